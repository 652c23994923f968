import {
  boolean,
  nativeType,
  parameter,
  property,
  Reference,
  secretOf,
  string,
  title,
} from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { reveal } from '../../secrets/secret.js';
import { findInDomains, requireDomainId, toQualifiedKey } from '../openstack/identity/find-by-name.js';
import {
  defaultDomain,
  domain,
  enabled,
  ensure,
  id,
  requireKeystone,
  selectChanges,
  toObjectState,
} from './attributes.js';
import { createKeystoneProvider } from './keystone-provider.js';
import { listByDomain } from './list-by-domain.js';
import { colonPatterns, createTitleParser } from './parse-title.js';
import { hasDesiredPassword, shouldCheckPassword } from './passwords.js';

/** A password, or Puppet's `false` for none. */
const password = secretOf<string | false, string | false>({
  schema: { anyOf: [{ type: 'string', minLength: 1 }, { const: false }] },
  expected: 'a secret string that is not empty',
});

const attributes = {
  name: title('Name of the user.'),
  ensure,
  enabled,
  password: property(password, 'The password. It is checked by logging in with it.'),
  replace_password: parameter(boolean, 'Whether the password of an existing user is changed.', {
    default: true,
  }),
  email: property(string, 'The email address of the user.'),
  description: property(string, 'The description of the user.', { text: 'lines' }),
  domain,
  id,
};

const properties = ['enabled', 'email', 'description'];

/**
 * A user of Keystone.
 * @example
 * new KeystoneUser(site, 'glance', {
 *   password: secret.env('GLANCE_PASSWORD'),
 *   email: 'glance@example.org',
 *   domain: 'Default',
 * });
 */
export class KeystoneUser extends nativeType('keystone_user', attributes, {
  doc: "A user of Keystone. The title is 'name' or 'name::domain'.",
  parseTitle: createTitleParser(colonPatterns('name', 'domain'), 'name or name::domain'),
  nameOf: ({ name, domain = defaultDomain }) => `${name}::${domain}`,
  normalize: (desired) =>
    reveal(desired.password) === false ? { ...desired, password: undefined } : desired,
  autorequire: ({ domain = defaultDomain }) => [
    ...requireKeystone(),
    new Reference('anchor', 'default_domain_created'),
    new Reference('keystone_domain', domain),
  ],
}) {}

provide(
  KeystoneUser,
  createKeystoneProvider<typeof attributes>({
    async read(keystone, subjects) {
      const users = subjects.map(({ desired }) => desired);
      // Both requests are slow, and neither depends on the other.
      const [found, right] = await Promise.all([
        findInDomains(keystone, 'users', users),
        Promise.all(users.map((user) => !shouldCheckPassword(user) || hasDesiredPassword(keystone, user))),
      ]);
      return new Map(
        subjects.map(({ title, desired }, at) => {
          const user = found.get(toQualifiedKey(desired));
          const state = toObjectState(user, properties);
          // A disabled user cannot log in: its password is checked once it is enabled again.
          const taken = right[at] || user?.enabled === false;
          return [title, user && taken ? { ...state, password: reveal(desired.password) } : state];
        }),
      );
    },

    async change(keystone, { desired }, diff) {
      const changes = selectChanges(diff, desired, [...properties, 'password']);
      const known = String(diff.is.id);
      if (diff.removes) return keystone.remove('users', known);
      if (diff.creates) {
        const domain_id = await requireDomainId(keystone, desired.domain);
        await keystone.create('users', { name: desired.name, domain_id, ...changes });
        return;
      }
      await keystone.update('users', known, changes);
      if (
        changes.enabled === true &&
        shouldCheckPassword(desired) &&
        !(await hasDesiredPassword(keystone, desired))
      )
        await keystone.update('users', known, { password: reveal(desired.password) });
    },

    list: (keystone) => listByDomain(keystone, 'users', (user) => toObjectState(user, properties)),
  }),
);
