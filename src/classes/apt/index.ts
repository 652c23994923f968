export { Source } from './source.js';
export { Update } from './update.js';
