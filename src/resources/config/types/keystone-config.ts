import { configType } from '../config-type.js';
import { keystone } from './services.js';

/** A setting of `/etc/keystone/keystone.conf`, the Identity service's own configuration. */
export class KeystoneConfig extends configType('keystone_config', '/etc/keystone/keystone.conf', keystone) {}
