import { boolean, nativeType, property, string, title } from '../../catalog/index.js';
import { afterKeystone, enabled, ensure, id } from './common.js';

/** A domain of Keystone. */
export class KeystoneDomain extends nativeType(
  'keystone_domain',
  {
    name: title('Name of the domain.'),
    ensure,
    enabled,
    description: property(string, 'What it is for.'),
    is_default: property(boolean, 'Users and projects that name no domain are in this one.', {
      default: false,
    }),
    id,
  },
  { doc: 'A domain of Keystone: users and projects with names of their own.', autorequire: afterKeystone },
) {}
