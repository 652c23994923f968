export { Client } from './client.js';
export { Deps } from './deps.js';
export { Params } from './params.js';
export * as resource from './resource/index.js';
