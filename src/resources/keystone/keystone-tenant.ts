import { nativeType, property, Reference, string, title } from '../../catalog/index.js';
import { afterKeystone, defaultDomain, domain, enabled, ensure, id } from './common.js';
import { parseBy, splitAtColons } from './title-patterns.js';

/** A project of Keystone, under its old name. */
export class KeystoneTenant extends nativeType(
  'keystone_tenant',
  {
    name: title('Name of the project.'),
    ensure,
    enabled,
    description: property(string, 'What it is for.'),
    domain,
    id,
  },
  {
    doc: "A project (once called tenant) of Keystone. The title is 'name' or 'name::domain'.",
    parseTitle: parseBy(splitAtColons('name', 'domain'), 'name or name::domain'),
    nameOf: ({ name, domain = defaultDomain }) => `${name}::${domain}`,
    autorequire: ({ domain = defaultDomain }) => [
      ...afterKeystone(),
      new Reference('keystone_domain', domain),
    ],
  },
) {}
