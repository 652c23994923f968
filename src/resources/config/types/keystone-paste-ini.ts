import { configType } from '../config-type.js';
import { keystone } from './services.js';

/** A setting of `/etc/keystone/keystone-paste.ini`, of releases up to Queens. */
export class KeystonePasteIni extends configType(
  'keystone_paste_ini',
  '/etc/keystone/keystone-paste.ini',
  keystone,
) {}
