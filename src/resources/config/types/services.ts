import type { ConfigTypeOptions } from '../config-type.js';

/** Files of the image API. */
export const glanceApi: ConfigTypeOptions = {
  group: 'glance',
  anchor: 'glance::install::end',
  packages: ['glance-api', 'openstack-glance'],
};

/** Files of the image registry, which ended with Ussuri. */
export const glanceRegistry: ConfigTypeOptions = {
  ...glanceApi,
  packages: ['glance-registry', 'openstack-glance'],
};

/** Files of the artifact service, which left with Pike. */
export const glanceGlare: ConfigTypeOptions = {
  ...glanceApi,
  packages: ['glance-glare', 'openstack-glance'],
};

/** Files of the Identity service. */
export const keystone: ConfigTypeOptions = {
  group: 'keystone',
  anchor: 'keystone::install::end',
  packages: ['keystone', 'openstack-keystone'],
};
