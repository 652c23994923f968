import { configType } from '../../config/config-type.js';
import { keystoneFiles } from './keystone-files.js';

/**
 * An option in `/etc/keystone/keystone-uwsgi.ini`: the Identity service in uWSGI.
 * @example
 * new KeystoneUwsgiConfig(site, 'uwsgi/processes', { value: 4 });
 */
export class KeystoneUwsgiConfig extends configType(
  'keystone_uwsgi_config',
  '/etc/keystone/keystone-uwsgi.ini',
  keystoneFiles,
) {}
