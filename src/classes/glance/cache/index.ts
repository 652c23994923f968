export { Cleaner } from './cleaner.js';
export { Logging } from './logging.js';
export { Pruner } from './pruner.js';
