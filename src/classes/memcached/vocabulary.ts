import * as memcached from './index.js';

export const memcachedClasses = [memcached.Memcached, memcached.Server] as const;
