import { userInfo } from 'node:os';
import { readAccounts } from '../accounts.js';
import type { Command } from '../command.js';
import type { Host } from '../host.js';
import { HostError } from '../host-error.js';

/** Whom a command runs as. */
export interface Identity {
  readonly home: string;
  /** The program and arguments that change to the user, to stand before the command's own. */
  readonly prefix: readonly string[];
}

/**
 * Whom a command of this machine runs as. The change is made by `setpriv`, which gives the process the user's
 * supplementary groups; node's own `uid` option takes all of them away.
 */
export async function identityFor(host: Host, command: Command): Promise<Identity> {
  const { user, group } = command;
  const self = currentUser();
  if (user === undefined && group === undefined) return { home: self.home, prefix: [] };

  const accounts = await readAccounts(host);
  await accounts.learn(host, {
    users: user === undefined ? [] : [user],
    groups: group === undefined ? [] : [group],
  });
  const account = user === undefined ? undefined : accounts.findUser(user);
  const gid = group === undefined ? account?.gid : accounts.gid(group);
  if (user !== undefined && account === undefined)
    return refuse(command, `there is no user '${user}'`, 'ENOENT');
  if (gid === undefined) return refuse(command, `there is no group '${group}'`, 'ENOENT');

  const home = account?.home ?? self.home;
  if ((account?.uid ?? self.uid) === self.uid && gid === self.gid) return { home, prefix: [] };
  if (self.uid !== 0) {
    const whom = user === undefined ? `with the group '${group}'` : `as '${user}'`;
    return refuse(command, `only root may run a program ${whom}; run this as root`, 'EPERM');
  }
  const whose = account === undefined ? ['--keep-groups'] : [`--reuid=${account.uid}`, '--init-groups'];
  return { home, prefix: ['setpriv', `--regid=${gid}`, ...whose, '--'] };
}

function currentUser(): { uid: number; gid: number; home: string } {
  const [uid, gid] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0];
  try {
    return { uid, gid, home: userInfo().homedir };
  } catch {
    // A container may run under a number that has no account.
    return { uid, gid, home: '/' };
  }
}

function refuse(command: Command, reason: string, code: string): never {
  throw new HostError(`cannot run ${command.argv[0]}: ${reason}`, code, command.argv[0]);
}
