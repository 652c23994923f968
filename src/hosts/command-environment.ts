import { reveal } from '../secrets/secret.js';
import type { Command } from './command.js';

/** Where programs are searched for, unless a command has its own `PATH`. */
const PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** The default of Puppet and of most systems: the files that a command creates do not depend on who started the run. */
export const DEFAULT_UMASK = '022';

/** The user that a command runs as. */
interface User {
  readonly account: string;
  readonly home: string;
}

/** Returns the complete environment of a command, with its secrets in plain text. */
export function commandEnvironment(
  { user, environment = {} }: Command,
  { account, home }: User,
): Record<string, string> & { readonly PATH: string } {
  const given = Object.entries(environment).map(([name, value]) => [name, reveal(value)]);
  return {
    PATH,
    HOME: home,
    LANG: 'C.UTF-8',
    ...(user === undefined ? {} : { USER: account, LOGNAME: account }),
    ...Object.fromEntries(given),
  };
}
