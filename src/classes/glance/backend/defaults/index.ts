export { Cinder } from './cinder.js';
export { File } from './file.js';
export { Rbd } from './rbd.js';
export { S3 } from './s3.js';
export { Swift } from './swift.js';
