import { nativeType, Reference } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { attributes } from './attributes.js';
import { provider } from './change.js';

/** A service that firewalld lets through in a zone. */
export class FirewalldService extends nativeType('firewalld_service', attributes, {
  doc: 'A service that firewalld lets through in a zone, now and after a start of the host.',
  identity: ({ name, service = name, zone = '' }) => `${service} in ${zone}`,
  autorequire: () => [new Reference('package', 'firewalld'), new Reference('service', 'firewalld')],
}) {}

provide(FirewalldService, provider);
