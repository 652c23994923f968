import { classType, matching, parameter } from '../../catalog/index.js';
import { Exec, File } from '../../resources/index.js';

const name = matching(
  /^(?=.{1,64}$)[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?(\.[a-zA-Z0-9]([a-zA-Z0-9-]*[a-zA-Z0-9])?)*$/,
  'a host name: letters, digits and hyphens, at most 64 characters',
);

/**
 * `hostname`: the name of the host, now and after a reboot.
 * @example
 * new system.Hostname(site, { hostname: 'controller' })
 */
export class Hostname extends classType(
  'hostname',
  { hostname: parameter(name, 'The name.', { required: true }) },
  { doc: 'The name of the host, now and after a reboot.' },
) {
  override declare(): void {
    const hostname = String(this.parameters.hostname);
    const file = new File(this, '/etc/hostname', {
      content: `${hostname}\n`,
      owner: 'root',
      group: 'root',
      mode: '0644',
    });
    new Exec(this, 'set hostname', {
      command: ['hostname', hostname],
      unless: [['grep', '-qxF', hostname, '/proc/sys/kernel/hostname']],
      path: ['/usr/sbin', '/usr/bin', '/sbin', '/bin'],
      require: file,
    });
  }
}
