import { type Account, formatAccount, parseAccount } from './account.js';

/** The target of privileges: tables of a database, a routine, or an account that another one may impersonate. */
export type Target =
  | {
      readonly kind: '' | 'FUNCTION' | 'PROCEDURE' | 'PACKAGE' | 'PACKAGE BODY';
      /** `*` for all; otherwise a pattern with the wildcards `%` and `_`, unless a `\` is before them. */
      readonly database: string;
      /** `*` for all. */
      readonly name: string;
    }
  | { readonly kind: 'PROXY'; readonly account: Account };

const ROUTINE = /^(FUNCTION|PROCEDURE|PACKAGE BODY|PACKAGE)\s+(.+)$/is;
const QUOTED = /^`((?:[^`]|``)+)`\.(?:`((?:[^`]|``)+)`|([^`]+))$/s;

/**
 * Parses `database.table`, either of them `*`, in backticks or not; `FUNCTION database.name`; or `user@host`. The name of
 * a database may contain dots, that of a table only in backticks. Returns undefined for anything else.
 */
export function parseTarget(text: string): Target | undefined {
  const [, kind, rest = text] = ROUTINE.exec(text) ?? [];
  const [, database, table, plain] = QUOTED.exec(rest) ?? [];
  const parts =
    database === undefined
      ? splitTarget(rest)
      : { database: unquote(database), name: table === undefined ? String(plain) : unquote(table) };
  if (parts !== undefined) return { kind: (kind?.toUpperCase() ?? '') as '', ...parts };
  return rest.includes('@') ? { kind: 'PROXY', account: parseAccount(rest) } : undefined;
}

/** Formats a target in its normalized spelling: without quotes. */
export function formatTarget(target: Target): string {
  if (target.kind === 'PROXY') return formatAccount(target.account);
  return `${target.kind === '' ? '' : `${target.kind} `}${target.database}.${target.name}`;
}

function splitTarget(text: string): { database: string; name: string } | undefined {
  // The address of an account contains dots, too.
  if (/^[^.]*@/.test(text) && !text.endsWith('.*')) return undefined;
  const dot = text.lastIndexOf('.');
  if (dot <= 0 || dot === text.length - 1) return undefined;
  return { database: text.slice(0, dot), name: text.slice(dot + 1).replace(/^`(.+)`$/s, '$1') };
}

function unquote(name: string): string {
  return name.replaceAll('``', '`');
}
