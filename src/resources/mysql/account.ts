import { matching } from '../../catalog/index.js';

/** Who logs in, and where from. */
export interface Account {
  readonly user: string;
  /** In small letters: names of hosts know no others. */
  readonly host: string;
}

/** `user@host`; the user may stand in quotes, and must where it begins with one. */
export const accountName = matching(
  /^(?:(['`"])(?:(?!\1).)*\1@[\w%.:/-]+|[0-9a-zA-Z$_]*@[\w%.:/-]+|(?!['`"]).*[^0-9a-zA-Z$_].*@.+)$/,
  'an account of the form user@host',
);

/** Longest names that a server takes, in characters: mysql.global_priv of MariaDB 10.11. */
const LONGEST = { user: 128, host: 255 } as const;

/** Reads `user@host`, with or without quotes around the user: the host is what stands behind the last `@`. */
export function parseAccount(name: string): Account {
  const at = name.lastIndexOf('@');
  const user = name.slice(0, at);
  return { user: /^(['`"])(.*)\1$/s.exec(user)?.[2] ?? user, host: name.slice(at + 1).toLowerCase() };
}

/** The one spelling of an account by which it is found: without quotes. */
export function formatAccount({ user, host }: Account): string {
  return `${user}@${host}`;
}

/** Complaints about names that no server takes. */
export function* checkAccount({ user, host }: Account): Iterable<string> {
  if ([...user].length > LONGEST.user) yield `a user's name has at most ${LONGEST.user} characters`;
  if (host.length > LONGEST.host) yield `a host's name has at most ${LONGEST.host} characters`;
}
