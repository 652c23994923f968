import { KeystoneConfig, KeystonePasteIni } from '../../resources/index.js';
import { createConfig } from '../openstack-service/create-config.js';
import { keystoneService } from './keystone-service.js';

/** `keystone::config`: settings of Keystone's files without a parameter in other classes. */
export class Config extends createConfig(keystoneService, {
  keystone_config: { type: KeystoneConfig, file: 'keystone.conf' },
  keystone_paste_ini: {
    type: KeystonePasteIni,
    file: 'keystone-paste.ini',
    until: 'stein',
    obsolete: 'Keystone no longer reads a paste configuration',
  },
}) {}
