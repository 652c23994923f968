import { raise } from '../../errors/glance-apply-error.js';
import type { Account } from './account.js';
import type { Target } from './target.js';

/** Words that a privilege is made of, and those that would end it. */
const WORDS = /^[A-Za-z][\w ]*$/;
const ENDS = /\b(?:ON|TO|FROM)\b/i;

/**
 * A name of a database, table, column or plugin, quoted. These functions are the one place where names and values
 * get into statements; they rely on the session's SQL mode, which `connect` sets.
 */
export function quoteIdentifier(name: string): string {
  return `\`${refuseNul(name).replaceAll('`', '``')}\``;
}

/** A text, quoted. */
export function quoteLiteral(text: string): string {
  return `'${refuseNul(text).replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** An account, both its parts quoted. */
export function quoteAccount({ user, host }: Account): string {
  return `${quoteLiteral(user)}@${quoteLiteral(host)}`;
}

/** What a privilege is about. In the name of a database `%` and `_` keep their meaning: they are patterns there. */
export function quoteTarget(about: Target): string {
  if (about.kind === 'PROXY') return quoteAccount(about.account);
  const database = about.database === '*' ? '*' : quoteIdentifier(about.database);
  const name = about.name === '*' ? '*' : quoteIdentifier(about.name);
  return `${about.kind === '' ? '' : `${about.kind} `}${database}.${name}`;
}

/** Key words that a manifest gives, such as the name of a privilege: not to be quoted, and so checked. */
export function checkKeywords(text: string): string {
  if (!isKeywords(text)) raise('mysql.value', `'${text}' is no name of a privilege`);
  return text;
}

/** Whether a text is made of words that nothing can follow from. */
export function isKeywords(text: string): boolean {
  return WORDS.test(text) && !ENDS.test(text);
}

function refuseNul(text: string): string {
  if (text.includes('\0')) raise('mysql.value', 'a name or value of the server cannot have a NUL byte in it');
  return text;
}
