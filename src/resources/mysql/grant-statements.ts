import type { Diff } from '../../engine/provider.js';
import type { Account } from './account.js';
import { privilegeChanges, privilegeList } from './privileges.js';
import { account, target } from './quote.js';
import type { Grant } from './show-grants.js';
import type { Target } from './target.js';

/** What a grant is to be. */
export interface WantedGrant {
  readonly account: Account;
  readonly target: Target;
  readonly privileges: readonly string[];
  /** Whether it may hand them on; undefined where nothing is said about it. */
  readonly grantable: boolean | undefined;
}

/** The statements that make a grant as wanted; `is` is what the server has of it. */
export function grantStatements(wanted: WantedGrant, diff: Diff, is: Grant | undefined): string[] {
  const on = `ON ${target(wanted.target)}`;
  const who = account(wanted.account);
  const grant = (privileges: string, handOn: boolean) =>
    `GRANT ${privileges} ${on} TO ${who}${handOn ? ' WITH GRANT OPTION' : ''}`;
  const revoke = (privileges: string) => `REVOKE ${privileges} ${on} FROM ${who}`;
  if (diff.creates || is === undefined)
    return [grant(privilegeList(wanted.privileges), wanted.grantable === true)];
  const may = privilegeList(is.privileges);
  if (diff.removes) {
    // The right to hand on goes first: with the last privilege, the server forgets the grant.
    return [
      ...(is.grantable && wanted.target.kind !== 'PROXY' ? [revoke('GRANT OPTION')] : []),
      ...(may === 'USAGE' ? [] : [revoke(may)]),
    ];
  }
  const statements: string[] = [];
  if (diff.has('options') && wanted.grantable === false) {
    if (wanted.target.kind === 'PROXY') return [revoke('PROXY'), grant('PROXY', false)];
    statements.push(revoke('GRANT OPTION'));
  }
  if (diff.has('privileges')) {
    const changes = privilegeChanges(is.privileges, wanted.privileges);
    if (changes.revoke !== undefined) statements.push(revoke(changes.revoke));
    if (changes.grant !== undefined) statements.push(grant(changes.grant, false));
  }
  if (diff.has('options') && wanted.grantable === true) {
    statements.push(grant(privilegeList(wanted.privileges), true));
  }
  return statements;
}
