import type { ConfigTypeOptions } from '../../config/config-type.js';

/** The files of the image API. */
export const glanceApi: ConfigTypeOptions = {
  group: 'glance',
  anchor: 'glance::install::end',
  packages: ['glance-api', 'openstack-glance'],
};

/** The files of the image registry, which was removed after Ussuri. */
export const glanceRegistry: ConfigTypeOptions = {
  ...glanceApi,
  packages: ['glance-registry', 'openstack-glance'],
};

/** The files of the artifact service, which was removed after Pike. */
export const glanceGlare: ConfigTypeOptions = {
  ...glanceApi,
  packages: ['glance-glare', 'openstack-glance'],
};

/** The files of the Identity service. */
export const keystone: ConfigTypeOptions = {
  group: 'keystone',
  anchor: 'keystone::install::end',
  packages: ['keystone', 'openstack-keystone'],
};
