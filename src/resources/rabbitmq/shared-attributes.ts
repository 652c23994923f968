import {
  boolean,
  matching,
  oneOf,
  parameter,
  property,
  Reference,
  secretString,
  string,
} from '../../catalog/index.js';

/** Whether it exists. */
export const ensure = property(oneOf('present', 'absent'), 'Whether it exists.', { default: 'present' });

/** Puppet's modules declare the tool that they use; here the broker's own interface is used, regardless of the value. */
export const provider = parameter(string, 'Accepted for catalogs of Puppet, without effect.');

/** Puppet's rabbitmqadmin logs in, which is not necessary here, but a declared account is still created first. */
export const login = {
  user: parameter(
    string,
    'The account with which Puppet logs in: created before this resource, if it is declared.',
    {
      default: 'guest',
    },
  ),
  password: parameter(secretString, 'Accepted for catalogs of Puppet, without effect.', {
    default: 'guest',
  }),
};

/** A name in the broker: any string. */
export const brokerName = matching(/^[^\0]+$/, 'a name');

/** The title of an object in a virtual host: `name@vhost`. */
export const vhostName = matching(/^[^\0]*@[^\0]+$/, 'of the form name@vhost');

/** Creates a parameter that is true or false. */
export const booleanParameter = (doc: string, fallback: boolean) =>
  parameter(boolean, doc, { default: fallback });

/** The user that the broker's log names for changes. */
export const ACTING_USER = 'glance-apply';

/** Splits `name@vhost` at the last `@`: the names of accounts may contain one. */
export function splitAtVhost(title: string): readonly [name: string, vhost: string] {
  const at = title.lastIndexOf('@');
  return [title.slice(0, at), title.slice(at + 1)];
}

/** Returns whether a name is reserved for objects that the broker creates itself. */
export const isReservedName = (name: string) => name === '' || name.startsWith('amq.');

/** Yields an object in a virtual host by its title; nothing if the name of the virtual host contains an `@`. */
export function* toTitleEntry<T>(vhost: string, name: string, thing: T): Iterable<readonly [string, T]> {
  if (!vhost.includes('@')) yield [`${name}@${vhost}`, thing];
}

/** Returns the service of the broker, which must run before anything is changed in it. */
export function requireBroker(): Reference[] {
  return [new Reference('service', 'rabbitmq-server')];
}

/** Returns what must exist before an account creates an object in a virtual host. */
export function requireVhost(vhost: string, user?: string): Reference[] {
  const login =
    user === undefined
      ? []
      : [
          new Reference('rabbitmq_user', user),
          new Reference('rabbitmq_user_permissions', `${user}@${vhost}`),
        ];
  return [...requireBroker(), new Reference('rabbitmq_vhost', vhost), ...login];
}
