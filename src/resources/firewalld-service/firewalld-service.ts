import { nativeType, Reference } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { attributes } from './attributes.js';
import { changeServices } from './change.js';
import { readServices } from './read.js';

/**
 * A service that firewalld allows in a zone, in the running firewall and in the stored configuration.
 * @example
 * new FirewalldService(site, 'glance-api', { service: 'openstack-glance', zone: 'internal' });
 */
export class FirewalldService extends nativeType('firewalld_service', attributes, {
  doc: 'A service that firewalld allows in a zone, now and after a restart of the host.',
  identity: ({ name, service = name, zone = '' }) => `${service} in ${zone}`,
  autorequire: () => [new Reference('package', 'firewalld'), new Reference('service', 'firewalld')],
}) {}

provide(FirewalldService, {
  read: readServices,
  changeAll: changeServices,
  locks: () => ['firewalld'],
});
