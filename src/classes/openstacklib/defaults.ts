import { classType } from '../../catalog/index.js';

/** `openstacklib::defaults`. */
export class Defaults extends classType(
  'openstacklib::defaults',
  {},
  { doc: 'Common defaults of all OpenStack modules; it declares no resources.' },
) {
  /** The version of Python 3 in the paths of the platform's packages. */
  get pythonVersion(): string {
    const { family, release } = this.facts.os ?? {};
    if (family === 'Debian') return '3';
    const major = Number(release?.major ?? 0);
    return major > 8 ? '3.9' : major === 8 ? '3.6' : '2.7';
  }
}
