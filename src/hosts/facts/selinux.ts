import type { Facts } from '../../data/facts.js';

/**
 * Returns the fact `os.selinux`, from `/sys/fs/selinux/enforce`, which exists if SELinux is enabled, and
 * `/etc/selinux/config`.
 */
export function selinux(
  enforce: string | undefined,
  config: string | undefined,
): NonNullable<NonNullable<Facts['os']>['selinux']> {
  if (enforce === undefined) return { enabled: false };
  const setting = (name: string) => new RegExp(`^[ \\t]*${name}=(\\S+)`, 'm').exec(config ?? '')?.[1];
  const [mode, policy] = [setting('SELINUX'), setting('SELINUXTYPE')];
  return {
    enabled: true,
    current_mode: enforce.trim() === '1' ? 'enforcing' : 'permissive',
    ...(mode === undefined ? {} : { config_mode: mode }),
    ...(policy === undefined ? {} : { config_policy: policy }),
  };
}
