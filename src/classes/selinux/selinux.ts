import { classType, oneOf, parameter } from '../../catalog/index.js';
import { Exec, IniSetting } from '../../resources/index.js';

/**
 * `selinux`: the mode of SELinux, now and after a reboot. `disabled` takes full effect after a reboot; until then the
 * mode is permissive.
 * @example
 * new system.Selinux(site, { mode: 'permissive' })
 */
export class Selinux extends classType(
  'selinux',
  {
    mode: parameter(
      oneOf('enforcing', 'permissive', 'disabled'),
      'The mode: whether SELinux denies, only warns, or is off.',
    ),
    type: parameter(oneOf('targeted', 'minimum', 'mls'), 'The policy.'),
  },
  { doc: 'The mode of SELinux, now and after a reboot.' },
) {
  override declare(): void {
    const { mode, type } = this.parameters;
    const config = { path: '/etc/selinux/config', key_val_separator: '=' } as const;
    if (type !== undefined) {
      new IniSetting(this, 'set-selinux-config-type', { ...config, setting: 'SELINUXTYPE', value: type });
    }
    if (mode === undefined) return;
    new IniSetting(this, 'set-selinux-config-mode', { ...config, setting: 'SELINUX', value: mode });
    // The file exists if SELinux is enabled; otherwise only a reboot can enable it.
    const other = mode === 'enforcing' ? '0' : '1';
    new Exec(this, `change-selinux-status-to-${mode}`, {
      command: ['setenforce', mode === 'enforcing' ? '1' : '0'],
      onlyif: [['grep', '-qx', other, '/sys/fs/selinux/enforce']],
      path: ['/usr/sbin', '/usr/bin', '/sbin', '/bin'],
    });
  }
}
