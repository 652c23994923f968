import { nativeType, title } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { ensure, id, requireKeystone, toObjectState } from './attributes.js';
import { createKeystoneProvider } from './keystone-provider.js';

const attributes = { name: title('Name of the role.'), ensure, id };

/**
 * A role of Keystone, which policies refer to.
 * @example
 * new KeystoneRole(site, 'reader');
 */
export class KeystoneRole extends nativeType('keystone_role', attributes, {
  doc: 'A role of Keystone, which policies refer to.',
  autorequire: requireKeystone,
}) {}

provide(
  KeystoneRole,
  createKeystoneProvider<typeof attributes>({
    async read(keystone, subjects) {
      // There are few roles, and reading the roles of users needs the names of all.
      const found = new Map((await keystone.list('roles')).map((role) => [role.name, role]));
      return new Map(subjects.map(({ title, name }) => [title, toObjectState(found.get(name))]));
    },

    async change(keystone, { name }, diff) {
      if (diff.removes) await keystone.remove('roles', String(diff.is.id));
      else await keystone.create('roles', { name });
    },

    async list(keystone) {
      const roles = await keystone.list('roles');
      return new Map(roles.map((role) => [String(role.name), toObjectState(role)]));
    },
  }),
);
