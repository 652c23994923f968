import type { State } from '../../../engine/provider.js';
import type { Row } from '../connection/sql-client.js';
import type { Snapshot } from '../snapshot.js';
import { type Authentication, NATIVE, parseAuthentication } from './authentication.js';
import { toTlsOptions } from './tls-requirement.js';

/** Returns the observed state of an account. */
export function toUserState(snapshot: Snapshot, name: string): State {
  const row = snapshot.users.get(name);
  if (row === undefined) return { ensure: 'absent' };
  const { methods, main } = toAuthentication(row, snapshot.methods.get(name));
  return {
    ensure: 'present',
    password_hash: methods[main]?.hash ?? '',
    plugin: methods[main]?.plugin ?? '',
    max_user_connections: Number(row.max_user_connections ?? 0),
    max_connections_per_hour: Number(row.max_connections ?? 0),
    max_queries_per_hour: Number(row.max_questions ?? 0),
    max_updates_per_hour: Number(row.max_updates ?? 0),
    tls_options: toTlsOptions({
      type: row.ssl_type ?? '',
      cipher: row.ssl_cipher ?? '',
      issuer: row.x509_issuer ?? '',
      subject: row.x509_subject ?? '',
    }),
  };
}

/**
 * Returns the authentication of an account, from its row and from MariaDB's JSON. Older servers leave the default plugin
 * empty, and store the hash in another column.
 */
export function toAuthentication(row: Row, methods: string | undefined): Authentication {
  const main = {
    plugin: row.plugin || NATIVE,
    hash: row.authentication_string || row.password || '',
  };
  return parseAuthentication(main, methods);
}
