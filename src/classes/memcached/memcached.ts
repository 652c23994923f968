import { classType } from '../../catalog/index.js';
import { revealAll } from '../../secrets/secret.js';
import type { MemcachedParameters } from './clear-parameters.js';
import { declareMemcached } from './declare-memcached.js';
import { parameters } from './parameters.js';

/** `memcached`. */
export class Memcached extends classType('memcached', parameters, {
  doc: 'memcached: package, configuration and service.',
}) {
  override declare(): void {
    declareMemcached(this, revealAll(this.parameters) as MemcachedParameters);
  }
}
