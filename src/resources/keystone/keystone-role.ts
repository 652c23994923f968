import { nativeType, title } from '../../catalog/index.js';
import { afterKeystone, ensure, id } from './common.js';

/** A role of Keystone. */
export class KeystoneRole extends nativeType(
  'keystone_role',
  { name: title('Name of the role.'), ensure, id },
  { doc: 'A role of Keystone, which policies speak of.', autorequire: afterKeystone },
) {}
