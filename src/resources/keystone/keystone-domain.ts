import { boolean, nativeType, property, string, title } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { findByName } from '../openstack/identity/find-by-name.js';
import { enabled, ensure, id, requireKeystone, selectChanges, toObjectState } from './attributes.js';
import { INITIAL_DEFAULT_ID, readDefaultDomainId, writeDefaultDomainId } from './default-domain.js';
import { createKeystoneProvider } from './keystone-provider.js';

const attributes = {
  name: title('Name of the domain.'),
  ensure,
  enabled,
  description: property(string, 'The description of the domain.', { text: 'lines' }),
  is_default: property(
    boolean,
    'Whether users and projects without a domain belong to this one: identity/default_domain_id in keystone.conf. ' +
      'A change takes effect when Keystone restarts.',
  ),
  id,
};

const properties = ['enabled', 'description'];

/**
 * A domain of Keystone: a namespace of users and projects.
 * @example
 * new KeystoneDomain(site, 'customers', { description: 'Accounts from LDAP' });
 */
export class KeystoneDomain extends nativeType('keystone_domain', attributes, {
  doc: 'A domain of Keystone: a namespace of users and projects.',
  autorequire: requireKeystone,
}) {}

provide(
  KeystoneDomain,
  createKeystoneProvider<typeof attributes>({
    async read(keystone, subjects, { host }) {
      const names = subjects.map(({ name }) => name);
      const found = await findByName(keystone, 'domains', names);
      const asks = subjects.some(({ desired }) => desired.is_default !== undefined);
      const usual = asks ? await readDefaultDomainId(host) : undefined;
      return new Map(
        subjects.map(({ title, name }) => {
          const domain = found.get(name);
          const state = toObjectState(domain, properties);
          return [title, domain && asks ? { ...state, is_default: domain.id === usual } : state];
        }),
      );
    },

    async change(keystone, { desired }, diff, session) {
      const changes = selectChanges(diff, desired, properties);
      const known = String(diff.is.id);
      if (diff.removes) {
        // Keystone refuses to remove a domain that is enabled.
        await keystone.update('domains', known, { enabled: false });
        return keystone.remove('domains', known);
      }
      const domain = diff.creates
        ? (await keystone.create('domains', { name: desired.name, ...changes })).id
        : known;
      if (!diff.creates && Object.keys(changes).length > 0) await keystone.update('domains', domain, changes);
      if (diff.has('is_default') && (desired.is_default || !diff.creates))
        await writeDefaultDomainId(session, desired.is_default ? domain : INITIAL_DEFAULT_ID);
    },

    async list(keystone) {
      const domains = await keystone.list('domains');
      return new Map(domains.map((domain) => [String(domain.name), toObjectState(domain, properties)]));
    },
  }),
);
