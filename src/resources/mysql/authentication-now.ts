import { Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import type { Account } from './account.js';
import type { Authentication } from './authentication.js';
import { literal } from './quote.js';
import { serverOf } from './server.js';
import { METHODS, USERS } from './snapshot.js';
import { authentication } from './user-state.js';

/** How an account logs in now; undefined where it is not there any more. */
export async function authenticationNow(
  session: Session,
  { user, host }: Account,
): Promise<Authentication | undefined> {
  const whose = `User = ${literal(user)} AND Host = ${literal(host)}`;
  const server = await serverOf(session);
  const answers = await server.ask(session, ({ hasSeveralMethods }) => [
    `${USERS} WHERE ${whose}`,
    ...(hasSeveralMethods ? [`${METHODS} AND ${whose}`] : []),
  ]);
  if (answers instanceof Unreadable) raise('mysql.unreadable', answers.reason);
  const [[row] = [], [methods] = []] = answers;
  return row && authentication(row, methods?.priv ?? undefined);
}
