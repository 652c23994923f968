import { classType } from '../../catalog/index.js';
import { Defaults } from './defaults.js';

/** `openstacklib::params`. */
export class Params extends classType(
  'openstacklib::params',
  {},
  { doc: "Names of the platform's packages.", since: 'wallaby' },
) {
  override declare(): void {
    this.include(Defaults);
  }

  get iscsiPackage(): string {
    const { family } = this.facts.os ?? {};
    if (family === 'RedHat') return 'iscsi-initiator-utils';
    if (family === 'Debian') return 'open-iscsi';
    return this.fail(`the OS family ${family ?? '(unknown)'} is not supported`, 'Debian and RedHat are');
  }
}
