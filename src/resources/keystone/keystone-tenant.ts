import { nativeType, property, Reference, string, title } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
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

const attributes = {
  name: title('Name of the project.'),
  ensure,
  enabled,
  description: property(string, 'The description of the project.', { text: 'lines' }),
  domain,
  id,
};

const properties = ['enabled', 'description'];

/**
 * A project of Keystone, under the name that it had in early releases.
 * @example
 * new KeystoneTenant(site, 'services', { description: 'Accounts of the services' });
 */
export class KeystoneTenant extends nativeType('keystone_tenant', attributes, {
  doc: "A project (once called tenant) of Keystone. The title is 'name' or 'name::domain'.",
  parseTitle: createTitleParser(colonPatterns('name', 'domain'), 'name or name::domain'),
  nameOf: ({ name, domain = defaultDomain }) => `${name}::${domain}`,
  autorequire: ({ domain = defaultDomain }) => [
    ...requireKeystone(),
    new Reference('keystone_domain', domain),
  ],
}) {}

provide(
  KeystoneTenant,
  createKeystoneProvider<typeof attributes>({
    async read(keystone, subjects) {
      const found = await findInDomains(
        keystone,
        'projects',
        subjects.map(({ desired }) => desired),
      );
      return new Map(
        subjects.map(({ title, desired }) => [
          title,
          toObjectState(found.get(toQualifiedKey(desired)), properties),
        ]),
      );
    },

    async change(keystone, { desired }, diff) {
      const changes = selectChanges(diff, desired, properties);
      if (diff.removes) return keystone.remove('projects', String(diff.is.id));
      if (!diff.creates) return keystone.update('projects', String(diff.is.id), changes);
      const domain_id = await requireDomainId(keystone, desired.domain);
      await keystone.create('projects', { name: desired.name, domain_id, ...changes });
    },

    list: (keystone) => listByDomain(keystone, 'projects', (project) => toObjectState(project, properties)),
  }),
);
