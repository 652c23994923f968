export { Authtoken } from './authtoken.js';
export { Db } from './db.js';
export { Logging } from './logging.js';
