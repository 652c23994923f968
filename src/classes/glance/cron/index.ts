export { DbPurge } from './db-purge.js';
export { DbPurgeImagesTable } from './db-purge-images-table.js';
