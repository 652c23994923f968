import { nativeType, parameter, property, string, title } from '../../catalog/index.js';
import { afterKeystone, ensure, id } from './common.js';
import { parseBy, splitAtColons } from './title-patterns.js';

/** A service in Keystone's catalog. */
export class KeystoneService extends nativeType(
  'keystone_service',
  {
    name: title('Name of the service: `glance`.'),
    ensure,
    type: parameter(string, 'What it does: `image`.', { required: true }),
    description: property(string, 'What people are told of it.', { default: '' }),
    id,
  },
  {
    doc: "A service in Keystone's catalog. The title is 'name::type'.",
    parseTitle: parseBy(splitAtColons('name', 'type'), 'name::type'),
    nameOf: ({ name, type }) => `${name}::${type}`,
    autorequire: afterKeystone,
  },
) {}
