import type { ConfigTypeOptions } from '../../config/config-type.js';

/** The files of the image API. */
export const glanceApi: ConfigTypeOptions = {
  group: 'glance',
  anchor: 'glance::install::end',
  packages: ['glance-api', 'openstack-glance'],
};

/** Files of the image registry, up to Ussuri. */
export const glanceRegistry: ConfigTypeOptions = {
  ...glanceApi,
  packages: ['glance-registry', 'openstack-glance'],
};

/** Files of the artifact service, up to Pike. */
export const glanceGlare: ConfigTypeOptions = {
  ...glanceApi,
  packages: ['glance-glare', 'openstack-glance'],
};
