import { matching } from '../../catalog/index.js';

/** A user and the host from which it logs in. */
export interface Account {
  readonly user: string;
  /** In lower case, because host names are case-insensitive. */
  readonly host: string;
}

/** `user@host`; the user may be in quotes, and must be if it begins with a quote. */
export const accountName = matching(
  /^(?:(['`"])(?:(?!\1).)*\1@[\w%.:/-]+|[0-9a-zA-Z$_]*@[\w%.:/-]+|(?!['`"]).*[^0-9a-zA-Z$_].*@.+)$/,
  'an account of the form user@host',
);

/** The maximum lengths of names, in characters: mysql.global_priv of MariaDB 10.11. */
const MAX_LENGTH = { user: 128, host: 255 } as const;

/** Parses `user@host`, with or without quotes around the user: the last `@` is the separator. */
export function parseAccount(name: string): Account {
  const at = name.lastIndexOf('@');
  const user = name.slice(0, at);
  return { user: /^(['`"])(.*)\1$/s.exec(user)?.[2] ?? user, host: name.slice(at + 1).toLowerCase() };
}

/** Formats an account in its normalized spelling: without quotes. */
export function formatAccount({ user, host }: Account): string {
  return `${user}@${host}`;
}

/** Reports names that no server accepts. */
export function* checkAccount({ user, host }: Account): Iterable<string> {
  if ([...user].length > MAX_LENGTH.user)
    yield `the name of a user has at most ${MAX_LENGTH.user} characters`;
  if (host.length > MAX_LENGTH.host) yield `the name of a host has at most ${MAX_LENGTH.host} characters`;
}
