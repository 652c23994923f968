import type { Command } from '../command.js';

/** The user and group that a process changes to. */
export interface IdentityChange {
  /** Undefined for the user of this process, with its current groups. */
  readonly uid?: number | undefined;
  readonly gid: number;
  /** The program that changes them: `setpriv`, by its full path. */
  readonly program: string;
}

/** A command that needs other programs to start its own. */
interface Wrapped {
  readonly argv: Command['argv'];
  readonly environment: Readonly<Record<string, string>>;
  readonly umask: string;
  readonly change: IdentityChange | undefined;
}

/** The environment of the programs that start the command. */
const OWN_ENVIRONMENT = { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', LANG: 'C.UTF-8' };

/** Variables that shells export by themselves. */
const OF_THE_SHELL = ['PWD', 'OLDPWD', 'SHLVL'];

/**
 * Returns the arguments and the environment that start a program as another user, or with another umask. The programs
 * before it run as root, and therefore see its environment only as strings under meaningless names: `LD_PRELOAD` would
 * have the dynamic linker load a file as root, and PATH would determine which `setpriv` runs. A shell that runs after
 * the change of user restores the names. Arguments contain no values, because every user can see them.
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
 * Returns the command of the shell, after the program that changes the user. `setpriv` sets the supplementary groups of
 * the user, whereas Node's own `uid` option removes all of them.
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

/** Returns a prefix that no variable of the command has. */
function prefixBesides(names: readonly string[]): string {
  let prefix = 'GLANCE_APPLY_';
  while (names.some((name) => name.startsWith(prefix))) prefix += '_';
  return prefix;
}
