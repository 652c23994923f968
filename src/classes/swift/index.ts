export { Client } from './client.js';
export { Deps } from './deps.js';
