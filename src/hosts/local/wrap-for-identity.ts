import type { Command } from '../command.js';

/** The user and group that a process changes to. */
export interface IdentityChange {
  /** Undefined for the user of this process, with the groups that it has. */
  readonly uid?: number | undefined;
  readonly gid: number;
  /** The program that changes: `setpriv`, by its full path. */
  readonly program: string;
}

/** A command that starts others before its own program. */
interface Wrapped {
  readonly argv: Command['argv'];
  readonly environment: Readonly<Record<string, string>>;
  readonly umask: string;
  readonly change: IdentityChange | undefined;
}

/** The environment of the programs that start a command's own. */
const OWN_ENVIRONMENT = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LANG: 'C.UTF-8' };

/** Variables that shells export by themselves. */
const OF_THE_SHELL = ['PWD', 'OLDPWD', 'SHLVL'];

/**
 * The arguments and the environment that start a program as another user, or with another umask. The programs in front
 * of it run as root, and so see nothing of its environment but texts under names that mean nothing to anybody:
 * `LD_PRELOAD` would have the dynamic linker load its file as root, and PATH say which `setpriv` is run. A shell that
 * has changed its user already gives the variables their names. No value stands in an argument, which everybody sees.
 */
export function wrapForIdentity({ argv, environment, umask, change }: Wrapped): {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
} {
  const [program, ...args] = shellOf(change);
  const prefix = prefixBesides(Object.keys(environment));
  const carried = Object.entries(environment).map(
    ([name, value], index) => [`${prefix}${index}`, `${name}=${value}`] as const,
  );
  const carriers = carried.map(([carrier]) => carrier);
  const script = [
    'umask "$1"',
    'shift',
    ...unset([...OF_THE_SHELL.filter((name) => !(name in environment)), ...Object.keys(OWN_ENVIRONMENT)]),
    ...carriers.map((carrier) => `export "$${carrier}"`),
    ...unset(carriers),
    'exec "$@"',
  ].join(' && ');
  return {
    program,
    args: [...args, '-c', script, 'sh', umask, ...argv],
    env: {
      ...OWN_ENVIRONMENT,
      ...Object.fromEntries(carried),
    },
  };
}

/**
 * The shell, behind the program that changes the user. `setpriv` gives a process the user's supplementary groups;
 * node's own `uid` option takes all of them away.
 */
function shellOf(change: IdentityChange | undefined): readonly [string, ...string[]] {
  if (change === undefined) return ['/bin/sh'];
  const { program, uid, gid } = change;
  const whose = uid === undefined ? ['--keep-groups'] : [`--reuid=${uid}`, '--init-groups'];
  return [program, `--regid=${gid}`, ...whose, '--', '/bin/sh'];
}

function unset(names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`unset ${names.join(' ')}`];
}

/** The beginning of names of which the command has none. */
function prefixBesides(names: readonly string[]): string {
  let prefix = 'GLANCE_APPLY_';
  while (names.some((name) => name.startsWith(prefix))) prefix += '_';
  return prefix;
}
