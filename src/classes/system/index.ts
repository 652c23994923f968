export { Hostname } from './hostname.js';
export { Interface } from './interface.js';
export { Selinux } from './selinux.js';
