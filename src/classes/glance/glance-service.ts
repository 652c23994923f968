import type { OpenStackService } from '../openstack-service/openstack-service.js';
import { Deps } from './deps.js';
import { Params } from './params.js';
import { glanceGroup, glanceUser } from './platform.js';

/** The properties that the classes of Glance have in common. */
export const glanceService: OpenStackService = {
  name: 'glance',
  title: 'Glance',
  user: glanceUser,
  group: glanceGroup,
  config: 'glance_api_config',
  deps: Deps,
  params: Params,
};
