import { matching, nativeType, oneOf, parameter, property, Reference, title } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { provider } from './provider.js';

const word = matching(/^[\w.-]+$/, 'a name of firewalld: letters, digits, and any of - . _');

export const attributes = {
  name: title("What the resource is called: the service's name, where service says no other.", word),
  ensure: property(oneOf('present', 'absent'), 'Whether the zone lets it through.', { default: 'present' }),
  service: parameter(word, 'The service, as firewalld calls it: `http`, `ntp`. @default the title'),
  zone: parameter(word, "The zone. @default firewalld's own default"),
} as const;

/** A service that firewalld lets through in a zone. */
export class FirewalldService extends nativeType('firewalld_service', attributes, {
  doc: 'A service that firewalld lets through in a zone, now and after a start of the host.',
  identity: ({ name, service = name, zone = '' }) => `${service} in ${zone}`,
  autorequire: () => [new Reference('package', 'firewalld'), new Reference('service', 'firewalld')],
}) {}

provide(FirewalldService, provider);
