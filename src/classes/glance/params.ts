import { classType } from '../../catalog/index.js';
import * as openstacklib from '../openstacklib/index.js';
import { glancePlatform } from './platform.js';

/** Fails on platforms without packages of Glance; the names on each platform are in `platform.ts`. */
export class Params extends classType('glance::params', {}, { doc: 'Names of Glance on this platform.' }) {
  override declare(): void {
    this.include(openstacklib.Defaults);
    if (glancePlatform(this.facts, this.release) !== undefined) return;
    const { family = 'unknown', name = 'unknown' } = this.facts.os ?? {};
    this.fail(
      `the operating system ${name} of the family ${family} has no packages of Glance that are known here`,
      'Debian, Ubuntu and the Enterprise Linux family are known',
    );
  }
}
