import type { OpenStackService } from '../openstack-service/openstack-service.js';
import { Deps } from './deps.js';

/** The properties that the classes of Keystone have in common. */
export const keystoneService: OpenStackService = {
  name: 'keystone',
  title: 'Keystone',
  user: 'keystone',
  group: 'keystone',
  config: 'keystone_config',
  deps: Deps,
};
