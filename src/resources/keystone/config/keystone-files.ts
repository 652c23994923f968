import type { ConfigTypeOptions } from '../../config/config-type.js';

/** Files of the Identity service. */
export const keystoneFiles: ConfigTypeOptions = {
  group: 'keystone',
  anchor: 'keystone::install::end',
  packages: ['keystone', 'openstack-keystone'],
};
