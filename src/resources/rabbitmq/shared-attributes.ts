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

export const ensure = property(oneOf('present', 'absent'), 'Whether it is there.', { default: 'present' });

/** Puppet's modules name the tool that they use; here the broker's own interface is used, whatever stands there. */
export const provider = parameter(
  string,
  'Taken for catalogs of Puppet; the broker is always asked in the same way.',
);

/** Puppet's rabbitmqadmin logs in. Here nobody has to, but what is named is still made first. */
export const login = {
  user: parameter(string, 'The account that Puppet logs in with: made before this, where it is declared.', {
    default: 'guest',
  }),
  password: parameter(
    secretString,
    "Taken for catalogs of Puppet; the broker's own interface asks for none.",
    {
      default: 'guest',
    },
  ),
};

/** A name of the broker: any text. */
export const brokerName = matching(/^[^\0]+$/, 'a name');

/** What stands in a virtual host: `thing@vhost`. */
export const vhostName = matching(/^[^\0]*@[^\0]+$/, 'of the form name@vhost');

export const booleanParameter = (doc: string, fallback: boolean) =>
  parameter(boolean, doc, { default: fallback });

/** The broker's name for who changes something, in its log. */
export const ACTING_USER = 'glance-apply';

/** The parts of `name@vhost`. The last `@` divides: accounts may have one in their names. */
export function splitAtVhost(title: string): readonly [name: string, vhost: string] {
  const at = title.lastIndexOf('@');
  return [title.slice(0, at), title.slice(at + 1)];
}

/** What the broker makes itself, and lets nobody else make: the names of others do not begin like this. */
export const isReservedName = (name: string) => name === '' || name.startsWith('amq.');

/** The title of what stands in a virtual host; none where the virtual host has an `@` in its name. */
export function* toTitleEntry<T>(vhost: string, name: string, thing: T): Iterable<readonly [string, T]> {
  if (!vhost.includes('@')) yield [`${name}@${vhost}`, thing];
}

/** Nothing can be done in the broker before it runs. */
export function requireBroker(): Reference[] {
  return [new Reference('service', 'rabbitmq-server')];
}

/** What has to be there before something is made in a virtual host by an account. */
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
