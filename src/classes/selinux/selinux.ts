import { classType, oneOf, parameter } from '../../catalog/index.js';
import { Exec, IniSetting } from '../../resources/index.js';

/**
 * `selinux`: how strict SELinux is, now and after a start. What `disabled` means in full, a start of the host brings;
 * until then it only warns.
 * @example
 * new system.Selinux(site, { mode: 'permissive' })
 */
export class Selinux extends classType(
  'selinux',
  {
    mode: parameter(oneOf('enforcing', 'permissive', 'disabled'), 'Whether it forbids, warns, or is off.'),
    type: parameter(oneOf('targeted', 'minimum', 'mls'), 'The policy.'),
  },
  { doc: 'How strict SELinux is, now and after a start.' },
) {
  override declare(): void {
    const { mode, type } = this.parameters;
    const config = { path: '/etc/selinux/config', key_val_separator: '=' } as const;
    if (type !== undefined) {
      new IniSetting(this, 'set-selinux-config-type', { ...config, setting: 'SELINUXTYPE', value: type });
    }
    if (mode === undefined) return;
    new IniSetting(this, 'set-selinux-config-mode', { ...config, setting: 'SELINUX', value: mode });
    // The file is there where SELinux is on; where it is off, only a start of the host brings it back.
    const other = mode === 'enforcing' ? '0' : '1';
    new Exec(this, `change-selinux-status-to-${mode}`, {
      command: ['setenforce', mode === 'enforcing' ? '1' : '0'],
      onlyif: [['grep', '-qx', other, '/sys/fs/selinux/enforce']],
      path: ['/usr/sbin', '/usr/bin', '/sbin', '/bin'],
    });
  }
}
