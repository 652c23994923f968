import { anything, classType, parameter, string } from '../../catalog/index.js';
import { compareReleases, isReleaseBetween, type Release } from '../../data/releases.js';
import { ensurePackage } from '../ensure-package.js';
import { Params } from './params.js';

/** `openstacklib::openstackclient`. */
export class Openstackclient extends classType(
  'openstacklib::openstackclient',
  {
    package_name: parameter(string, 'The package of the `openstack` command.', {
      since: 'wallaby',
      default: 'python3-openstackclient',
    }),
    package_ensure: parameter(anything, "The package's state.", { default: 'present' }),
  },
  { doc: 'The `openstack` command.' },
) {
  override declare(): void {
    if (isReleaseBetween(this.release, 'wallaby', undefined)) this.include(Params);
    const { package_name = clientPackage(this.release), package_ensure } = this.parameters;
    const tag = isReleaseBetween(this.release, '2024.1', undefined)
      ? ['openstack', 'openstackclient']
      : 'openstack';
    ensurePackage(this, String(package_name), { ensure: package_ensure, tag });
  }
}

function clientPackage(release: Release): string {
  return compareReleases(release, 'train') < 0 ? 'python-openstackclient' : 'python3-openstackclient';
}
