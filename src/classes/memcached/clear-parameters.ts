import type { DesiredOf } from '../../catalog/index.js';
import type { parameters } from './parameters.js';

/** The parameters of `memcached`, with secrets revealed. */
export type MemcachedParameters = DesiredOf<typeof parameters>;
