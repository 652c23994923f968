export { FernetRotate } from './fernet-rotate.js';
export { TokenFlush } from './token-flush.js';
export { TrustFlush } from './trust-flush.js';
