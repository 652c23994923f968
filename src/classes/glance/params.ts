import { classType } from '../../catalog/index.js';
import * as openstacklib from '../openstacklib/index.js';
import { glancePlatform } from './platform.js';

/** Refuses platforms that Glance's packages do not exist for; what things are called is in `platform.ts`. */
export class Params extends classType(
  'glance::params',
  {},
  { doc: 'What Glance is called on this platform.' },
) {
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
