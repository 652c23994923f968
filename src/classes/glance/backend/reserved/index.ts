export { Staging } from './staging.js';
export { Tasks } from './tasks.js';
