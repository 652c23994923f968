import { arrayOf, classType, parameter, string } from '../../catalog/index.js';
import { compareReleases } from '../../data/releases.js';
import { toDoubleQuoted } from '../../formats/shell.js';
import { File, Package } from '../../resources/index.js';
import { formatOrFail } from '../shared/index.js';

/** `openstacklib::policyrcd`. */
export class Policyrcd extends classType(
  'openstacklib::policyrcd',
  {
    services: parameter(
      arrayOf(string),
      'Services that must not start during the installation of their packages.',
      {
        required: true,
      },
    ),
  },
  { doc: 'Prevents the installation of packages from starting services (Debian and Ubuntu).' },
) {
  override declare(): void {
    if (this.facts.os?.family !== 'Debian') return;
    const services = this.parameters.services as readonly string[];
    const words = formatOrFail(this, 'services', () => services.map(toDoubleQuoted));
    const tests = words.map((word) => `\nif [ "$1" == ${word} ]\nthen\n  exit 101\nfi\n`).join('');
    // Older modules omit the end of the script; it succeeds either way.
    const end = compareReleases(this.release, 'train') < 0 ? '' : 'exit 0';
    const file = new File(this, '/usr/sbin/policy-rc.d', {
      ensure: 'present',
      content: `#!/bin/bash\n${tests}\n${end}\n`,
      mode: '0755',
      owner: 'root',
      group: 'root',
    });
    this.chain(file).before(this.collect(Package, { tag: 'openstack' }));
  }
}
