import { formatAccount, parseAccount } from '../account.js';
import { formatTarget, parseTarget } from '../target.js';
import type { DeclaredGrant } from './attributes.js';
import { isPrivilege, normalizePrivileges } from './compare-privileges.js';
import { splitTitle } from './read.js';

const OPTIONS = ['GRANT', 'NONE'];

/** Reports missing attributes, contradictions and values that a server does not accept. */
export function* checkGrant({
  ensure,
  name,
  privileges,
  table,
  user,
  options = [],
}: DeclaredGrant): Iterable<string> {
  const target = table === undefined ? undefined : parseTarget(table);
  if (table !== undefined && target === undefined) yield `'${table}' is not of the form database.table`;
  for (const option of options)
    if (!OPTIONS.includes(option)) yield `options must be 'GRANT' or 'NONE', not '${option}'`;
  if (ensure === 'absent') {
    if (user === undefined || target === undefined) yield 'the title must be user@host/database.table';
    return;
  }
  if (privileges === undefined) yield 'privileges are required';
  if (table === undefined) yield 'table is required';
  if (user === undefined) yield 'user is required';
  if (user !== undefined && table !== undefined && name !== `${user}/${table}`) {
    yield `the title must be '${user}/${table}': user and table`;
  }
  for (const privilege of privileges ?? [])
    if (!isPrivilege(privilege)) yield `'${privilege}' is not a privilege`;
  if (privileges !== undefined && privileges.length > 1 && privileges.includes('PROXY')) {
    yield 'PROXY cannot be combined with other privileges';
  }
  if (privileges?.includes('PROXY') && target !== undefined && target.kind !== 'PROXY') {
    yield 'table must be an account, user@host, for the privilege PROXY';
  }
}

/** Converts account, table, privileges and options, and the title that consists of them, to one spelling. */
export function normalizeGrant(declared: DeclaredGrant): DeclaredGrant {
  const { ensure: goal, name, user, table, privileges, options } = declared;
  const titled = goal === 'absent' ? splitTitle(name) : undefined;
  const account = user ?? titled?.user;
  const about = table ?? titled?.table;
  const target = about === undefined ? undefined : parseTarget(about);
  const normal = {
    user: account?.includes('@') ? formatAccount(parseAccount(account)) : undefined,
    table: target === undefined ? about : formatTarget(target),
  };
  const composed = `${normal.user}/${normal.table}`;
  return {
    ...declared,
    ...normal,
    name: stripQuotes(name) === stripQuotes(composed) ? composed : name,
    privileges: privileges && normalizePrivileges(privileges),
    options: options && normalizeOptions(options),
  };
}

/** Returns a title without the quotes, which are optional in a manifest. */
function stripQuotes(text: string): string {
  return text.replace(/['"`]/g, '').toLowerCase();
}

function normalizeOptions(options: readonly string[]): string[] {
  const normal = options.map((option) => option.toUpperCase().replace(/^GRANT OPTION$/, 'GRANT'));
  return normal.length === 0 ? ['NONE'] : normal;
}
