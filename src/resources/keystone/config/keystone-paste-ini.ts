import { configType } from '../../config/config-type.js';
import { keystoneFiles } from './keystone-files.js';

/**
 * An option in `/etc/keystone/keystone-paste.ini`, of releases up to Queens.
 * @example
 * new KeystonePasteIni(site, 'filter:debug/use', { value: 'egg:oslo.middleware#debug' });
 */
export class KeystonePasteIni extends configType(
  'keystone_paste_ini',
  '/etc/keystone/keystone-paste.ini',
  keystoneFiles,
) {}
