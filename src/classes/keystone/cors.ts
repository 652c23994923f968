import { classType } from '../../catalog/index.js';
import * as oslo from '../oslo/index.js';
import { Deps } from './deps.js';

/** `keystone::cors`: which other web sites may call Keystone from a browser. */
export class Cors extends classType('keystone::cors', oslo.Cors.definition.attributes, {
  doc: 'Which other web sites may call Keystone from a browser.',
}) {
  override declare(): void {
    this.include(Deps);
    new oslo.Cors(this, 'keystone_config', this.parameters);
  }
}
