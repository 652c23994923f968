import { checkKeywords, isKeywords, quoteIdentifier } from '../quote.js';
import type { Target } from '../target.js';

/** Privileges on a whole target, and on some columns of a table. */
interface Privileges {
  readonly whole: ReadonlySet<string>;
  readonly columns: ReadonlyMap<string, ReadonlySet<string>>;
}

/** The privileges that `ALL` includes for a database on every server; MariaDB adds DELETE HISTORY. */
const OF_DATABASE = [
  'ALTER',
  'ALTER ROUTINE',
  'CREATE',
  'CREATE ROUTINE',
  'CREATE TEMPORARY TABLES',
  'CREATE VIEW',
  'DELETE',
  'DROP',
  'EVENT',
  'EXECUTE',
  'INDEX',
  'INSERT',
  'LOCK TABLES',
  'REFERENCES',
  'SELECT',
  'SHOW VIEW',
  'TRIGGER',
  'UPDATE',
];

/** The privileges that `ALL` includes for a table. */
const OF_TABLE = OF_DATABASE.filter(
  (one) =>
    ![
      'ALTER ROUTINE',
      'CREATE ROUTINE',
      'CREATE TEMPORARY TABLES',
      'EVENT',
      'EXECUTE',
      'LOCK TABLES',
    ].includes(one),
);

/** The privileges that `ALL` includes for a function or procedure. */
const OF_ROUTINE = ['ALTER ROUTINE', 'EXECUTE'];

/** The privileges that `ALL` includes for all databases, which MySQL 8 lists one by one; MariaDB prints ALL PRIVILEGES. */
const OF_EVERYTHING = [
  ...OF_DATABASE,
  'CREATE ROLE',
  'CREATE TABLESPACE',
  'CREATE USER',
  'DROP ROLE',
  'FILE',
  'PROCESS',
  'RELOAD',
  'REPLICATION CLIENT',
  'REPLICATION SLAVE',
  'SHOW DATABASES',
  'SHUTDOWN',
  'SUPER',
];

/** Newer names of privileges, which MariaDB prints, and the names that all servers accept. */
const ALIASES: Readonly<Record<string, string>> = {
  'ALL PRIVILEGES': 'ALL',
  'BINLOG MONITOR': 'REPLICATION CLIENT',
  'REPLICATION REPLICA': 'REPLICATION SLAVE',
  'REPLICATION REPLICA ADMIN': 'REPLICATION SLAVE ADMIN',
  'REPLICA MONITOR': 'SLAVE MONITOR',
  'DELETE VERSIONING ROWS': 'DELETE HISTORY',
};

/** Converts privileges to one spelling: upper case, columns sorted, `ALL` alone; the grant option is in `options`. */
export function normalizePrivileges(privileges: readonly string[]): string[] {
  const normal = privileges
    .map(normalizePrivilege)
    .filter((one) => one !== 'GRANT' && one !== 'GRANT OPTION');
  return normal.includes('ALL') ? ['ALL'] : [...new Set(normal)].sort();
}

/** Returns whether a privilege has the right form: words, and columns in parentheses. */
export function isPrivilege(privilege: string): boolean {
  const [, words] = /^([A-Z][A-Z_ ]*?)(?: \([^()]+\))?$/.exec(privilege) ?? [];
  return words !== undefined && isKeywords(words);
}

/** Returns whether two normalized lists are equivalent for a target: `ALL` equals the privileges that it includes. */
export function areSamePrivileges(is: readonly string[], should: readonly string[], about: Target): boolean {
  if (is.join('\n') === should.join('\n')) return true;
  const all = expandAll(about);
  const covers = (list: readonly string[], desired: readonly string[]) =>
    desired.every((one) => list.includes(one));
  if (is[0] === 'ALL') return covers(should, all === OF_EVERYTHING ? OF_DATABASE.concat('SUPER') : all);
  // Only MySQL, and only for all databases, lists the privileges of ALL one by one.
  return should[0] === 'ALL' && all === OF_EVERYTHING && covers(is, all);
}

/** Returns the privileges to revoke and to grant, formatted for statements. Privileges that stay are never revoked. */
export function planPrivilegeChanges(
  is: readonly string[],
  should: readonly string[],
): { readonly revoke: string | undefined; readonly grant: string | undefined } {
  if (should[0] === 'ALL') return { revoke: undefined, grant: formatPrivileges(should) };
  if (is[0] === 'ALL') return { revoke: formatPrivileges(is), grant: formatPrivileges(should) };
  const [current, target] = [parsePrivileges(is), parsePrivileges(should)];
  return { revoke: formatList(subtract(current, target)), grant: formatList(subtract(target, current)) };
}

/** Formats privileges for a statement. */
export function formatPrivileges(privileges: readonly string[]): string {
  return formatList(parsePrivileges(privileges)) ?? 'USAGE';
}

function normalizePrivilege(privilege: string): string {
  const { name, columns } = splitColumns(privilege.trim());
  if (columns === undefined) {
    const plain = name.replace(/\s+/g, ' ').toUpperCase();
    return ALIASES[plain] ?? plain;
  }
  const names = columns.split(',').map((column) => column.trim().replace(/^`(.*)`$/, '$1'));
  return `${name.toUpperCase()} (${names.sort().join(', ')})`;
}

/** The words of a privilege, and the columns that stand in parentheses behind them. */
function splitColumns(privilege: string): { readonly name: string; readonly columns: string | undefined } {
  const open = privilege.indexOf('(');
  const name = privilege.slice(0, open).trimEnd();
  return open < 0 || name === '' || !privilege.endsWith(')')
    ? { name: privilege, columns: undefined }
    : { name, columns: privilege.slice(open + 1, -1) };
}

function expandAll(about: Target): readonly string[] {
  if (about.kind === 'PROXY') return ['PROXY'];
  if (about.kind !== '') return OF_ROUTINE;
  if (about.name !== '*') return OF_TABLE;
  return about.database === '*' ? OF_EVERYTHING : OF_DATABASE;
}

function parsePrivileges(privileges: readonly string[]): Privileges {
  const parsed = { whole: new Set<string>(), columns: new Map<string, Set<string>>() };
  for (const privilege of privileges) {
    const { name, columns } = splitColumns(privilege);
    if (columns === undefined) parsed.whole.add(name);
    else parsed.columns.set(name, new Set([...(parsed.columns.get(name) ?? []), ...columns.split(', ')]));
  }
  return parsed;
}

/** Returns the privileges in `left` that are not in `right`. */
function subtract(left: Privileges, right: Privileges): Privileges {
  const columns = [...left.columns].map(([name, mine]) => {
    const others = right.columns.get(name);
    return [name, new Set([...mine].filter((column) => !others?.has(column)))] as const;
  });
  return {
    whole: new Set([...left.whole].filter((name) => !right.whole.has(name))),
    columns: new Map(columns.filter(([, rest]) => rest.size > 0)),
  };
}

function formatList({ whole, columns }: Privileges): string | undefined {
  const words = (name: string) => (name === 'ALL' ? 'ALL PRIVILEGES' : checkKeywords(name));
  const all = [
    ...[...whole].map(words),
    ...[...columns].map(([name, some]) => `${words(name)} (${[...some].map(quoteIdentifier).join(', ')})`),
  ];
  return all.length === 0 ? undefined : all.join(', ');
}
