import { classType } from '../../catalog/index.js';
import { revealParameters } from '../reveal-parameters.js';
import { declareMemcached } from './declare-memcached.js';
import { parameters } from './parameters.js';

/**
 * `memcached::server`: the class `memcached` under another name. A host has one of them.
 * @example
 * new memcached.Server(site, { listen: ['127.0.0.1'], max_memory: 128 })
 */
export class Server extends classType('memcached::server', parameters, {
  doc: 'memcached: package, configuration and service.',
}) {
  override declare(): void {
    declareMemcached(this, revealParameters(this.parameters));
  }
}
