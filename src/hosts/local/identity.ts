import { existsSync } from 'node:fs';
import { userInfo } from 'node:os';
import { readAccounts } from '../accounts.js';
import type { Command } from '../command.js';
import type { Host } from '../host.js';
import { HostError } from '../host-error.js';
import type { IdentityChange } from './wrap-for-identity.js';

/** The user that a command runs as. */
export interface Identity {
  readonly home: string;
  /** The name of the user. */
  readonly account: string;
  /** Undefined if this process already has that user and group. */
  readonly change?: IdentityChange;
}

/** Where `setpriv` may be: directories that only root can write. */
export const SETPRIV = ['/usr/bin', '/bin', '/usr/sbin', '/sbin'].map((place) => `${place}/setpriv`);

/** The user who starts commands on a host. */
export interface HostUser {
  readonly uid: number;
  readonly gid: number;
  readonly name: string;
  readonly home: string;
}

/**
 * Returns the user that a command runs as.
 * @param self The user who starts it.
 * @param findSetpriv Returns the first of `SETPRIV` that the host has.
 */
export async function identityFor(
  host: Pick<Host, 'files' | 'run'>,
  command: Command,
  self: HostUser = currentUser(),
  findSetpriv: () => Promise<string | undefined> = async () => SETPRIV.find((path) => existsSync(path)),
): Promise<Identity> {
  const { user, group } = command;
  if (user === undefined && group === undefined) return { home: self.home, account: self.name };

  const accounts = await readAccounts(host);
  await accounts.queryServices(host, {
    users: user === undefined ? [] : [user],
    groups: group === undefined ? [] : [group],
  });
  const account = user === undefined ? undefined : accounts.findUser(user);
  const gid = group === undefined ? account?.gid : accounts.gid(group);
  if (user !== undefined && account === undefined)
    return refuse(command, `the user '${user}' does not exist`, 'ENOENT');
  if (gid === undefined) return refuse(command, `the group '${group}' does not exist`, 'ENOENT');

  const home = account?.home ?? self.home;
  const name = account?.name ?? self.name;
  if ((account?.uid ?? self.uid) === self.uid && gid === self.gid) return { home, account: name };
  if (self.uid !== 0) {
    const whom = user === undefined ? `with the group '${group}'` : `as '${user}'`;
    return refuse(command, `only root may run a program ${whom}; run this as root`, 'EPERM');
  }
  const program = await findSetpriv();
  if (program === undefined)
    return refuse(command, 'setpriv, which changes the user, is not installed; install util-linux', 'ENOENT');
  return { home, account: name, change: { uid: account?.uid, gid, program } };
}

function currentUser(): HostUser {
  const [uid, gid] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
  try {
    const { username, homedir } = userInfo();
    return { uid, gid, name: username, home: homedir };
  } catch {
    // A container may run with a user ID that has no account.
    return { uid, gid, name: String(uid), home: '/' };
  }
}

function refuse(command: Command, reason: string, code: string): never {
  throw new HostError(`cannot run ${command.argv[0]}: ${reason}`, code, command.argv[0]);
}
