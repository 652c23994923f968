import type { Session } from '../../../engine/session.js';
import { requireReadable } from '../../tools/require-readable.js';
import type { Account } from '../account.js';
import { getServer } from '../connection/server.js';
import { quoteLiteral } from '../quote.js';
import { METHODS, USERS } from '../snapshot.js';
import type { Authentication } from './authentication.js';
import { toAuthentication } from './read.js';

/** Reads the current authentication of an account; undefined if the account does not exist any more. */
export async function readAuthentication(
  session: Session,
  { user, host }: Account,
): Promise<Authentication | undefined> {
  const condition = `User = ${quoteLiteral(user)} AND Host = ${quoteLiteral(host)}`;
  const server = await getServer(session);
  const results = await server.query(session, ({ hasSeveralMethods }) => [
    `${USERS} WHERE ${condition}`,
    ...(hasSeveralMethods ? [`${METHODS} AND ${condition}`] : []),
  ]);
  const [[row] = [], [methods] = []] = requireReadable(results, 'mysql.unreadable');
  return row && toAuthentication(row, methods?.priv ?? undefined);
}
