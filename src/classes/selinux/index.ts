export { Selinux } from './selinux.js';
