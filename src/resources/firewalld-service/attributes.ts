import { matching, oneOf, parameter, property, title } from '../../catalog/index.js';
import type { Subject } from '../../engine/provider.js';

const word = matching(/^[\w.-]+$/, 'a name of firewalld: letters, digits, and any of - . _');

export const attributes = {
  name: title('The name of the resource; that of the service unless `service` is set.', word),
  ensure: property(oneOf('present', 'absent'), 'Whether the zone allows the service.', {
    default: 'present',
  }),
  service: parameter(word, 'The name of the service in firewalld: `http`, `ntp`. @default the title'),
  zone: parameter(word, "The zone. @default firewalld's own default"),
} as const;

/** A service of a zone as its provider sees it. */
export type ServiceSubject = Subject<typeof attributes>;
