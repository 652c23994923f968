import {
  boolean,
  nativeType,
  parameter,
  property,
  Reference,
  string,
  title,
  type ValueType,
} from '../../catalog/index.js';
import { afterKeystone, defaultDomain, domain, enabled, ensure, id } from './common.js';
import { parseBy, splitAtColons } from './title-patterns.js';

/** A password, or Puppet's `false` for none. */
const password: ValueType<string | false> = {
  schema: { anyOf: [{ type: 'string', minLength: 1 }, { const: false }] },
  expected: 'a secret text that is not empty',
  secret: true,
};

/** A user of Keystone. */
export class KeystoneUser extends nativeType(
  'keystone_user',
  {
    name: title('Name of the user.'),
    ensure,
    enabled,
    password: property(password, 'The password; it is checked by logging in with it.'),
    replace_password: parameter(boolean, 'Changes the password of a user that is there already.', {
      default: true,
    }),
    email: property(string, 'Where the user is written to.'),
    description: property(string, 'What it is for.'),
    domain,
    id,
  },
  {
    doc: "A user of Keystone. The title is 'name' or 'name::domain'.",
    parseTitle: parseBy(splitAtColons('name', 'domain'), 'name or name::domain'),
    nameOf: ({ name, domain = defaultDomain }) => `${name}::${domain}`,
    normalize: (wanted) => (wanted.password === false ? { ...wanted, password: undefined } : wanted),
    autorequire: ({ domain = defaultDomain }) => [
      ...afterKeystone(),
      new Reference('anchor', 'default_domain_created'),
      new Reference('keystone_domain', domain),
    ],
  },
) {}
