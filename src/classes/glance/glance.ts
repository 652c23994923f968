import { classType, parameter } from '../../catalog/index.js';
import { isReleaseBetween } from '../../data/releases.js';
import { declareServicePackage } from '../openstack-service/declare-daemon.js';
import * as openstacklib from '../openstacklib/index.js';
import { scalarString } from '../shared/index.js';
import { Deps } from './deps.js';
import { Params } from './params.js';
import { glancePlatform } from './platform.js';

/** The base of Glance's services: the common package, if the platform has one, and the OpenStack client. */
export class Glance extends classType(
  'glance',
  {
    package_ensure: parameter(
      scalarString,
      'State or version of the common package; without effect if each service has its own.',
      { default: 'present' },
    ),
  },
  { doc: 'The base of Glance: the common package, if the platform has one, and the OpenStack client.' },
) {
  override declare(): void {
    this.include(Deps);
    this.include(Params);
    const whole = glancePlatform(this.facts, this.release)?.wholePackage;
    if (whole !== undefined) {
      const title = isReleaseBetween(this.release, '2023.1', undefined) ? 'glance' : whole;
      declareServicePackage(this, 'glance', title, { ensure: this.parameters.package_ensure, name: whole });
    }
    this.include(openstacklib.Openstackclient);
  }
}
