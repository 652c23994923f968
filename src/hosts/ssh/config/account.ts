import { hostname, userInfo } from 'node:os';

/** The user that connects, on this machine. */
export interface Account {
  readonly name: string;
  readonly home: string;
  readonly uid: number;
  /** The name of this machine. */
  readonly machine: string;
  readonly environment: Readonly<Record<string, string | undefined>>;
}

/** The user of this process. Like OpenSSH, this takes the home directory from the user database, and not from `HOME`. */
export function currentAccount(): Account {
  const { username, homedir, uid } = userInfo();
  return { name: username, home: homedir, uid, machine: hostname(), environment: process.env };
}
