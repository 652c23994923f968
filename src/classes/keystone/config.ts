import { anything, classType, hashOf, parameter } from '../../catalog/index.js';
import { KeystoneConfig, KeystonePasteIni } from '../../resources/index.js';
import { reveal } from '../../secrets/secret.js';
import { declareSettings } from '../shared/index.js';
import { Deps } from './deps.js';

/** `keystone::config`: any settings of keystone.conf. */
export class Config extends classType(
  'keystone::config',
  {
    keystone_config: parameter(hashOf(anything), "Settings: `{'section/name': {value: …}}`.", {
      default: {},
    }),
    keystone_paste_ini: parameter(hashOf(anything), 'Settings of keystone-paste.ini, in the same form.', {
      default: {},
      until: 'stein',
      obsolete: 'Keystone no longer reads a paste configuration',
    }),
  },
  {
    doc: 'Settings of keystone.conf, and of keystone-paste.ini in releases that have it, for which no class has a parameter.',
  },
) {
  override declare(): void {
    this.include(Deps);
    const { keystone_config, keystone_paste_ini = {} } = this.parameters;
    declareSettings(this, KeystoneConfig, reveal(keystone_config));
    declareSettings(this, KeystonePasteIni, reveal(keystone_paste_ini));
  }
}
