import type { Diff, State } from '../../../engine/provider.js';
import type { Account } from '../account.js';
import { quoteAccount, quoteTarget } from '../quote.js';
import type { Target } from '../target.js';
import { comparePrivileges, formatPrivileges } from './privileges.js';

/** What a grant is to be. */
export interface DesiredGrant {
  readonly account: Account;
  readonly target: Target;
  readonly privileges: readonly string[];
  /** Whether it may hand them on; undefined where nothing is said about it. */
  readonly grantable: boolean | undefined;
}

/** The statements that make a grant as wanted. */
export function buildGrantStatements(wanted: DesiredGrant, diff: Diff): string[] {
  const on = `ON ${quoteTarget(wanted.target)}`;
  const who = quoteAccount(wanted.account);
  const grant = (privileges: string, handOn: boolean) =>
    `GRANT ${privileges} ${on} TO ${who}${handOn ? ' WITH GRANT OPTION' : ''}`;
  const revoke = (privileges: string) => `REVOKE ${privileges} ${on} FROM ${who}`;
  if (diff.creates) return [grant(formatPrivileges(wanted.privileges), wanted.grantable === true)];
  const privileges = diff.is.privileges as readonly string[];
  const may = formatPrivileges(privileges);
  if (diff.removes) {
    // The right to hand on goes first: with the last privilege, the server forgets the grant.
    return [
      ...(isGrantable(diff.is) && wanted.target.kind !== 'PROXY' ? [revoke('GRANT OPTION')] : []),
      ...(may === 'USAGE' ? [] : [revoke(may)]),
    ];
  }
  const statements: string[] = [];
  if (diff.has('options') && wanted.grantable === false) {
    if (wanted.target.kind === 'PROXY') return [revoke('PROXY'), grant('PROXY', false)];
    statements.push(revoke('GRANT OPTION'));
  }
  if (diff.has('privileges')) {
    const changes = comparePrivileges(privileges, wanted.privileges);
    if (changes.revoke !== undefined) statements.push(revoke(changes.revoke));
    if (changes.grant !== undefined) statements.push(grant(changes.grant, false));
  }
  if (diff.has('options') && wanted.grantable === true) {
    statements.push(grant(formatPrivileges(wanted.privileges), true));
  }
  return statements;
}

function isGrantable({ options }: State): boolean {
  return Array.isArray(options) && options.includes('GRANT');
}
