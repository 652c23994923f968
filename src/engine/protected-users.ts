import type { State } from './provider.js';
import type { Session } from './session.js';

/** What a `resources` says of the users that are not to be purged. */
export interface UserLimits {
  readonly unless_system_user?: boolean | number;
  readonly unless_uid?: readonly number[];
}

/** Where the numbers of ordinary users begin if the host says nothing else. */
const FIRST_USER = 1000;

/** Accounts that the system needs whatever their numbers: `nobody` has a high one. As in Puppet's type `resources`. */
const SYSTEM_USERS = new Set(['root', 'nobody', 'bin', 'noaccess', 'daemon', 'sys']);

/**
 * Determines which users a purge leaves alone: those of the system, unless `unless_system_user` is false, with which
 * `unless_uid` does not count either.
 */
export async function findProtectedUsers(
  session: Session,
  { unless_system_user: limit = true, unless_uid = [] }: UserLimits,
): Promise<(name: string, state: State) => boolean> {
  if (limit === false) return () => false;
  const last = limit === true ? (await firstUser(session)) - 1 : limit;
  return (name, { uid }) => {
    const number = Number(uid);
    return SYSTEM_USERS.has(name) || Number.isNaN(number) || number <= last || unless_uid.includes(number);
  };
}

async function firstUser({ host }: Session): Promise<number> {
  const [content] = await host.files.read(['/etc/login.defs']);
  const given = Buffer.isBuffer(content)
    ? /^[ \t]*UID_MIN\s+(\d+)/m.exec(content.toString('utf8'))?.[1]
    : undefined;
  return given === undefined ? FIRST_USER : Number(given);
}
