export { Memcached, Server } from './memcached.js';
