import { anything, classType, hashOf, parameter } from '../../catalog/index.js';
import { KeystoneConfig } from '../../resources/index.js';
import { settings } from '../tables/index.js';
import { Deps } from './deps.js';

/** `keystone::config`: any settings of keystone.conf. */
export class Config extends classType(
  'keystone::config',
  {
    keystone_config: parameter(hashOf(anything), "Settings: `{'section/name': {value: …}}`.", {
      default: {},
    }),
  },
  { doc: 'Settings of keystone.conf that no other class has.' },
) {
  override declare(): void {
    this.include(Deps);
    settings(this, KeystoneConfig, this.parameters.keystone_config as Readonly<Record<string, unknown>>);
  }
}
