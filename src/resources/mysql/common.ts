import { matching, oneOf, property } from '../../catalog/index.js';

export const ensure = property(oneOf('present', 'absent'), 'Whether it is there.', { default: 'present' });

/** `user@host`; the user in quotes where it has letters that are special. */
export const accountName = matching(
  /^(?:(['`"])(?:(?!\1).)*\1@[\w%.:/-]+|[0-9a-zA-Z$_]*@[\w%.:/-]+|(?!['`"]).*[^0-9a-zA-Z$_].*@.+)$/,
  'an account of the form user@host',
);

/** Host names know no capital letters: the part behind the last `@`. */
export function lowerHost(account: string): string {
  const at = account.lastIndexOf('@');
  return at < 0 ? account : `${account.slice(0, at)}@${account.slice(at + 1).toLowerCase()}`;
}
