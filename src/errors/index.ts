/** How types and hosts make diagnostics, published as the namespace `diagnostic`. */
export { problem, warning } from './diagnostic.js';
