export { HostAccess } from './host-access.js';
