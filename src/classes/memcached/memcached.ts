import { classType } from '../../catalog/index.js';
import { revealParameters } from '../reveal-parameters.js';
import { declareMemcached } from './declare-memcached.js';
import { parameters } from './parameters.js';

/** `memcached`. */
export class Memcached extends classType('memcached', parameters, {
  doc: 'memcached: package, configuration and service.',
}) {
  override declare(): void {
    declareMemcached(this, revealParameters(this.parameters));
  }
}
