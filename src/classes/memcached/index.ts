export { Memcached } from './memcached.js';
export { Server } from './server.js';
