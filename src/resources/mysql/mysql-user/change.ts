import type { DesiredOf } from '../../../catalog/index.js';
import type { Diff } from '../../../engine/provider.js';
import { reveal } from '../../../secrets/secret.js';
import { parseAccount } from '../account.js';
import { quoteAccount } from '../quote.js';
import type { attributes } from './attributes.js';
import { type Authentication, changeAuthentication, formatIdentifiedBy, NATIVE } from './authentication.js';
import { formatRequireClause } from './tls-requirement.js';

type DesiredUser = DesiredOf<typeof attributes>;

const LIMITS = {
  max_queries_per_hour: 'MAX_QUERIES_PER_HOUR',
  max_updates_per_hour: 'MAX_UPDATES_PER_HOUR',
  max_connections_per_hour: 'MAX_CONNECTIONS_PER_HOUR',
  max_user_connections: 'MAX_USER_CONNECTIONS',
} as const;

/**
 * Builds the statements that bring an account into its desired state.
 * @param current Its authentication, if it exists.
 */
export function buildUserStatements(
  desired: DesiredUser,
  diff: Diff,
  current: Authentication | undefined,
): string[] {
  const account = quoteAccount(parseAccount(desired.name));
  if (diff.removes) return [`DROP USER IF EXISTS ${account}`];
  const clauses = [
    formatIdentification(desired, diff, current),
    formatRequirement(desired, diff),
    formatLimits(desired, diff),
  ];
  const given = clauses.filter((clause) => clause !== '');
  return [[diff.creates ? 'CREATE USER' : 'ALTER USER', account, ...given].join(' ')];
}

function formatIdentification(desired: DesiredUser, diff: Diff, current: Authentication | undefined): string {
  const { plugin, password_hash: hash } = desired;
  if (!diff.creates && !diff.has('plugin') && !diff.has('password_hash')) return '';
  // A new account without both has an empty password, as in Puppet: a manifest may intend that.
  const before = current ?? { methods: [{ plugin: NATIVE, hash: '' }], main: 0 };
  return formatIdentifiedBy(changeAuthentication(before, { plugin, hash: reveal(hash) }));
}

function formatRequirement({ tls_options }: DesiredUser, diff: Diff): string {
  return diff.has('tls_options') && tls_options !== undefined && !isDefaultRequirement(diff, tls_options)
    ? formatRequireClause(tls_options)
    : '';
}

/** A new account has no TLS requirements by default. */
function isDefaultRequirement({ creates }: Diff, options: readonly string[]): boolean {
  return creates && options.every((one) => one === 'NONE');
}

function formatLimits(desired: DesiredUser, diff: Diff): string {
  const parts = Object.entries(LIMITS).flatMap(([name, word]) => {
    const value = desired[name as keyof typeof LIMITS];
    return value === undefined || !diff.has(name) || (diff.creates && value === 0)
      ? []
      : [`${word} ${value}`];
  });
  return parts.length === 0 ? '' : `WITH ${parts.join(' ')}`;
}
