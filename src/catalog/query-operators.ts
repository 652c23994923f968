/** The operators of a collector's query, published as the namespace `query`. */
export { allOf, eitherOf, not } from './query.js';
