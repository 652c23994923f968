export { anyOf, anything, arrayOf, hashOf } from './compounds.js';
export { absolutePath, boolean, integer, matching, number, oneOf, secretString, string } from './scalars.js';
export { orSecret, secretOf } from './value-type.js';
