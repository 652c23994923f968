import { isHash } from './is-hash.js';

/**
 * The facts of a node, under Facter's structured names. All of them are optional: they are gathered on this host or
 * read from a file that was written on another one.
 */
export interface Facts {
  readonly os?: {
    /** `Debian` for Debian and Ubuntu, `RedHat` for Enterprise Linux and its derivatives. */
    readonly family?: string;
    readonly name?: string;
    readonly architecture?: string;
    readonly release?: { readonly full?: string; readonly major?: string; readonly minor?: string };
    readonly distro?: { readonly codename?: string; readonly id?: string; readonly description?: string };
    readonly selinux?: { readonly enabled?: boolean; readonly current_mode?: string };
  };
  readonly kernel?: string;
  readonly kernelrelease?: string;
  readonly networking?: {
    readonly hostname?: string;
    readonly domain?: string;
    readonly fqdn?: string;
    readonly ip?: string;
    readonly ip6?: string;
    readonly interfaces?: Readonly<Record<string, unknown>>;
  };
  readonly processors?: { readonly count?: number; readonly models?: readonly string[] };
  readonly memory?: { readonly system?: { readonly total_bytes?: number; readonly total?: string } };
  /** `systemd`, or `init` if services have init scripts and are not supervised. */
  readonly service_provider?: string;
  /** `apt`, `dnf` or `yum`. */
  readonly package_provider?: string;
  readonly [name: string]: unknown;
}

/** Returns a fact by its dotted path: `os.release.major`. */
export function factAt(facts: Facts, path: string): unknown {
  let value: unknown = facts;
  for (const segment of path.split('.')) {
    if (!isHash(value) || !Object.hasOwn(value, segment)) return undefined;
    value = value[segment];
  }
  return value;
}
