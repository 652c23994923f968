import { classType, parameter } from '../../catalog/index.js';
import { Package } from '../../resources/index.js';
import { scalarString } from '../shared/index.js';
import { Deps } from './deps.js';
import { Params } from './params.js';
import { glancePlatform } from './platform.js';

/** Glance's own command line client. */
export class Client extends classType(
  'glance::client',
  { ensure: parameter(scalarString, 'State or version of the package.', { default: 'present' }) },
  { doc: "Installs Glance's command line client and Python library." },
) {
  override declare(): void {
    this.include(Deps);
    this.include(Params);
    new Package(this, 'python-glanceclient', {
      ensure: this.parameters.ensure,
      name: glancePlatform(this.facts, this.release)?.clientPackage,
      tag: ['openstack', 'glance-support-package'],
    });
  }
}
