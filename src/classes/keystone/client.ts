import { anything, classType, parameter, string } from '../../catalog/index.js';
import { Package } from '../../resources/index.js';
import { Openstackclient } from '../openstacklib/openstackclient.js';
import { passOn } from '../pass-on.js';
import { Deps } from './deps.js';
import { Params } from './params.js';

/** `keystone::client`. */
export class Client extends classType(
  'keystone::client',
  {
    client_package_name: parameter(
      string,
      "The package of Keystone's client, if it is not the default of the platform.",
    ),
    ensure: parameter(anything, "The package's state.", { default: 'present' }),
  },
  { doc: "Keystone's client and the `openstack` command." },
) {
  override declare(): void {
    this.include(Deps);
    const { client_package_name = this.include(Params).clientPackage, ensure } = this.parameters;
    new Package(this, 'python-keystoneclient', {
      ensure: passOn(ensure),
      name: client_package_name,
      tag: 'openstack',
    });
    this.include(Openstackclient);
  }
}
