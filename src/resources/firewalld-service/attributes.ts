import { matching, oneOf, parameter, property, title } from '../../catalog/index.js';

const word = matching(/^[\w.-]+$/, 'a name of firewalld: letters, digits, and any of - . _');

export const attributes = {
  name: title("What the resource is called: the service's name, where service says no other.", word),
  ensure: property(oneOf('present', 'absent'), 'Whether the zone lets it through.', { default: 'present' }),
  service: parameter(word, 'The service, as firewalld calls it: `http`, `ntp`. @default the title'),
  zone: parameter(word, "The zone. @default firewalld's own default"),
} as const;
