import type { State } from './provider.js';
import type { Session } from './session.js';

/** The attributes of `resources` about users that must not be purged. */
export interface UserLimits {
  readonly unless_system_user?: boolean | number;
  readonly unless_uid?: readonly number[];
}

/** The first user id of ordinary users, unless the host configures another. */
const FIRST_USER = 1000;

/** Accounts that the system needs whatever their user ids (`nobody` has a high one), as in Puppet's type `resources`. */
const SYSTEM_USERS = new Set(['root', 'nobody', 'bin', 'noaccess', 'daemon', 'sys']);

/**
 * Returns whether a purge must keep a user: system users are kept, unless `unless_system_user` is false, and then
 * `unless_uid` has no effect either.
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
  const configured = Buffer.isBuffer(content)
    ? /^[ \t]*UID_MIN\s+(\d+)/m.exec(content.toString('utf8'))?.[1]
    : undefined;
  return configured === undefined ? FIRST_USER : Number(configured);
}
