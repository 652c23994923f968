export { Cinder } from './cinder.js';
export { File } from './file.js';
export * as multistore from './multistore/index.js';
export { Rbd } from './rbd.js';
export * as reserved from './reserved/index.js';
export { S3 } from './s3.js';
export { Swift } from './swift.js';
export { Vsphere } from './vsphere.js';
