import { anything, classType, parameter, string } from '../../catalog/index.js';
import { Params } from './params.js';

/** `keystone::python`, which has meant nothing since Mitaka. */
export class Python extends classType(
  'keystone::python',
  {
    client_package_name: parameter(string, 'Means nothing.'),
    ensure: parameter(anything, 'Means nothing.', { default: 'present' }),
  },
  {
    doc: "Meant nothing any more in Newton: keystone::client brings Keystone's client.",
    until: 'rocky',
    replacedBy: 'keystone::client',
  },
) {
  override declare(): void {
    this.include(Params);
    this.warn('the class means nothing any more', 'include keystone::client');
  }
}
