import { type Account, formatAccount, parseAccount } from './account.js';

/** What privileges are about: tables of a database, a routine, or an account that another may stand for. */
export type Target =
  | {
      readonly kind: '' | 'FUNCTION' | 'PROCEDURE' | 'PACKAGE' | 'PACKAGE BODY';
      /** `*` for all; else a pattern, in which `%` and `_` stand for any letters unless a `\` is before them. */
      readonly database: string;
      /** `*` for all. */
      readonly name: string;
    }
  | { readonly kind: 'PROXY'; readonly account: Account };

const ROUTINE = /^(FUNCTION|PROCEDURE|PACKAGE BODY|PACKAGE)\s+(.+)$/is;
const QUOTED = /^`((?:[^`]|``)+)`\.(?:`((?:[^`]|``)+)`|([^`]+))$/s;

/**
 * Reads `database.table`, either of them `*`, in backticks or not; `FUNCTION database.name`; or `user@host`. A
 * database's name may have dots in it, a table's only in backticks. Undefined where it is none of these.
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

/** The one spelling of a target by which it is found: without quotes. */
export function formatTarget(target: Target): string {
  if (target.kind === 'PROXY') return formatAccount(target.account);
  return `${target.kind === '' ? '' : `${target.kind} `}${target.database}.${target.name}`;
}

function splitTarget(text: string): { database: string; name: string } | undefined {
  // An account of an address has dots, too.
  if (/^[^.]*@/.test(text) && !text.endsWith('.*')) return undefined;
  const dot = text.lastIndexOf('.');
  if (dot <= 0 || dot === text.length - 1) return undefined;
  return { database: text.slice(0, dot), name: text.slice(dot + 1).replace(/^`(.+)`$/s, '$1') };
}

function unquote(name: string): string {
  return name.replaceAll('``', '`');
}
