/** The operations on a catalog and a host, published as the namespace `engine`. */
export { explainResource } from './explain/explain-resource.js';
export { inspect } from './inspect.js';
export { run } from './run.js';
