import { configType } from '../../config/config-type.js';
import { keystoneFiles } from './keystone-files.js';

/**
 * An option in `/etc/keystone/keystone.conf`, the configuration of the Identity service.
 * @example
 * new KeystoneConfig(site, 'token/provider', { value: 'fernet' });
 * new KeystoneConfig(site, 'token/expiration', { value: 3600 });
 */
export class KeystoneConfig extends configType(
  'keystone_config',
  '/etc/keystone/keystone.conf',
  keystoneFiles,
) {}
