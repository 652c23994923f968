import { classType } from '../../catalog/index.js';
import { File, Package, Service } from '../../resources/index.js';
import { revealParameters } from '../reveal-parameters.js';
import { debian, formatChronyConf, redHat } from './chrony-conf.js';
import { parameters } from './parameters.js';

/**
 * The time service: a client of time servers, and a server for the networks in `allow`.
 * @example
 * new chrony.Chrony(site, { servers: ['ntp.example.org'], allow: ['192.168.70.0/24'] })
 */
export class Chrony extends classType('chrony', parameters, {
  doc: 'chrony: package, configuration and service. It synchronizes the clock, and serves time to allowed networks.',
}) {
  override declare(): void {
    const given = revealParameters(this.parameters);
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
