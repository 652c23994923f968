import { Unreadable } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import { raise } from '../../../errors/glance-apply-error.js';
import type { Account } from '../account.js';
import { getServer } from '../connection/server.js';
import { quoteLiteral } from '../quote.js';
import { METHODS, USERS } from '../snapshot.js';
import type { Authentication } from './authentication.js';
import { toAuthentication } from './read.js';

/** How an account logs in now; undefined where it is not there any more. */
export async function readAuthentication(
  session: Session,
  { user, host }: Account,
): Promise<Authentication | undefined> {
  const whose = `User = ${quoteLiteral(user)} AND Host = ${quoteLiteral(host)}`;
  const server = await getServer(session);
  const answers = await server.query(session, ({ hasSeveralMethods }) => [
    `${USERS} WHERE ${whose}`,
    ...(hasSeveralMethods ? [`${METHODS} AND ${whose}`] : []),
  ]);
  if (answers instanceof Unreadable) raise('mysql.unreadable', answers.reason);
  const [[row] = [], [methods] = []] = answers;
  return row && toAuthentication(row, methods?.priv ?? undefined);
}
