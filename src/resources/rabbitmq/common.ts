import { matching, oneOf, parameter, property, Reference, string } from '../../catalog/index.js';

export const ensure = property(oneOf('present', 'absent'), 'Whether it is there.', { default: 'present' });

export const word = matching(/^\S+$/, 'a name without spaces');

/** Puppet's modules name the tool that they use; here the broker's own interface is used, whatever stands there. */
export const provider = parameter(
  string,
  'Taken for catalogs of Puppet; the broker is always asked in the same way.',
);

/** Nothing can be done in the broker before it runs. */
export function afterBroker(): Reference[] {
  return [new Reference('service', 'rabbitmq-server')];
}
