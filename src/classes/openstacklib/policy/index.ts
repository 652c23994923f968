export { Base } from './base.js';
export { Default } from './default.js';
