import { raise } from '../../errors/glance-apply-error.js';
import type { Account } from './account.js';
import type { Target } from './target.js';

/** The form of a privilege, and the keywords that would end it. */
const WORDS = /^[A-Za-z][\w ]*$/;
const ENDS = /\b(?:ON|TO|FROM)\b/i;

/**
 * Quotes the name of a database, table, column or plugin. Names and values get into statements only through the functions
 * of this file; they rely on the SQL mode of the session, which `connect` sets.
 */
export function quoteIdentifier(name: string): string {
  return `\`${refuseNul(name).replaceAll('`', '``')}\``;
}

/** Quotes a string. */
export function quoteLiteral(text: string): string {
  return `'${refuseNul(text).replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** Quotes both parts of an account. */
export function quoteAccount({ user, host }: Account): string {
  return `${quoteLiteral(user)}@${quoteLiteral(host)}`;
}

/** Quotes the target of a privilege. In the name of a database, `%` and `_` remain wildcards. */
export function quoteTarget(about: Target): string {
  if (about.kind === 'PROXY') return quoteAccount(about.account);
  const database = about.database === '*' ? '*' : quoteIdentifier(about.database);
  const name = about.name === '*' ? '*' : quoteIdentifier(about.name);
  return `${about.kind === '' ? '' : `${about.kind} `}${database}.${name}`;
}

/** Checks keywords of a manifest, such as the name of a privilege, which cannot be quoted. */
export function checkKeywords(text: string): string {
  if (!isKeywords(text)) raise('mysql.value', `'${text}' is not the name of a privilege`);
  return text;
}

/** Returns whether a string consists of words that cannot end a clause. */
export function isKeywords(text: string): boolean {
  return WORDS.test(text) && !ENDS.test(text);
}

function refuseNul(text: string): string {
  if (text.includes('\0'))
    raise('mysql.value', 'a name or value of a database server cannot contain a NUL byte');
  return text;
}
