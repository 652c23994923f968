export { anyOf, anything, arrayOf, hashOf } from './compounds.js';
export { absolutePath, boolean, integer, matching, number, oneOf, secretString, string } from './scalars.js';
export { type JsonSchema, orSecret, secretOf, type ValueType, type Writable } from './value-type.js';
