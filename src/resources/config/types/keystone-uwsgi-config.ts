import { configType } from '../config-type.js';
import { keystone } from './services.js';

/** A setting of `/etc/keystone/keystone-uwsgi.ini`: the Identity service under uWSGI. */
export class KeystoneUwsgiConfig extends configType(
  'keystone_uwsgi_config',
  '/etc/keystone/keystone-uwsgi.ini',
  keystone,
) {}
