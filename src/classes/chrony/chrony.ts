import { classType } from '../../catalog/index.js';
import { File, Package, Service } from '../../resources/index.js';
import { revealAll } from '../../secrets/secret.js';
import { type ChronyParameters, debian, formatChronyConf, redHat } from './chrony-conf.js';
import { parameters } from './parameters.js';

/**
 * The time, from other hosts, and for them where they may ask.
 * @example
 * new chrony.Chrony(site, { servers: ['ntp.example.org'], allow: ['192.168.70.0/24'] })
 */
export class Chrony extends classType('chrony', parameters, {
  doc: 'chrony: package, settings and service. It keeps the time, and gives it to others where they are allowed.',
}) {
  override declare(): void {
    const given = revealAll(this.parameters) as ChronyParameters;
    const platform = this.facts.os?.family === 'RedHat' ? redHat : debian;
    const installed = new Package(this, 'chrony', { ensure: given.package_ensure });
    const config = new File(this, given.config ?? platform.config, {
      content: formatChronyConf(given, platform),
      owner: 'root',
      group: 'root',
      mode: '0644',
      require: installed,
    });
    if (!given.service_manage) return;
    const runs = given.service_ensure === 'running';
    new Service(this, 'chrony', {
      name: platform.service,
      ensure: runs,
      enable: runs,
      subscribe: [installed, config],
    });
  }
}
