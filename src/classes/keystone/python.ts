import { anything, classType, parameter, string } from '../../catalog/index.js';
import { Params } from './params.js';

/** `keystone::python`, which has no effect since Mitaka. */
export class Python extends classType(
  'keystone::python',
  {
    client_package_name: parameter(string, 'It has no effect.'),
    ensure: parameter(anything, 'It has no effect.', { default: 'present' }),
  },
  {
    doc: "It has no effect since Mitaka: keystone::client installs Keystone's client.",
    until: 'rocky',
    replacedBy: 'keystone::client',
  },
) {
  override declare(): void {
    this.include(Params);
    this.warn('the class has no effect', 'include keystone::client');
  }
}
