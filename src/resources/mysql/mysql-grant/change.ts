import type { Diff, State } from '../../../engine/provider.js';
import type { Account } from '../account.js';
import { quoteAccount, quoteTarget } from '../quote.js';
import type { Target } from '../target.js';
import { formatPrivileges, planPrivilegeChanges } from './compare-privileges.js';

/** The desired state of a grant. */
export interface DesiredGrant {
  readonly account: Account;
  readonly target: Target;
  readonly privileges: readonly string[];
  /** Whether the account may grant them; undefined if that is not declared. */
  readonly grantable: boolean | undefined;
}

/** Builds the statements that bring a grant into its desired state. */
export function buildGrantStatements(desired: DesiredGrant, diff: Diff): string[] {
  const on = `ON ${quoteTarget(desired.target)}`;
  const grantee = quoteAccount(desired.account);
  const grant = (privileges: string, withGrantOption: boolean) =>
    `GRANT ${privileges} ${on} TO ${grantee}${withGrantOption ? ' WITH GRANT OPTION' : ''}`;
  const revoke = (privileges: string) => `REVOKE ${privileges} ${on} FROM ${grantee}`;
  if (diff.creates) return [grant(formatPrivileges(desired.privileges), desired.grantable === true)];
  const privileges = diff.is.privileges as readonly string[];
  const current = formatPrivileges(privileges);
  if (diff.removes) {
    // The grant option is revoked first: the server forgets the grant with its last privilege.
    return [
      ...(isGrantable(diff.is) && desired.target.kind !== 'PROXY' ? [revoke('GRANT OPTION')] : []),
      ...(current === 'USAGE' ? [] : [revoke(current)]),
    ];
  }
  const statements: string[] = [];
  if (diff.has('options') && desired.grantable === false) {
    if (desired.target.kind === 'PROXY') return [revoke('PROXY'), grant('PROXY', false)];
    statements.push(revoke('GRANT OPTION'));
  }
  if (diff.has('privileges')) {
    const changes = planPrivilegeChanges(privileges, desired.privileges);
    if (changes.revoke !== undefined) statements.push(revoke(changes.revoke));
    if (changes.grant !== undefined) statements.push(grant(changes.grant, false));
  }
  if (diff.has('options') && desired.grantable === true) {
    statements.push(grant(formatPrivileges(desired.privileges), true));
  }
  return statements;
}

function isGrantable({ options }: State): boolean {
  return Array.isArray(options) && options.includes('GRANT');
}
