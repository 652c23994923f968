import type { Session } from '../../engine/session.js';
import type { DesiredKey } from './attributes.js';
import { findDefaultPath } from './edit-key-file.js';

/** Finds the path of the file that contains a key; undefined if the user does not exist. */
export async function findPath(
  session: Session,
  { user = '', target }: DesiredKey,
): Promise<string | undefined> {
  return target ?? (await findDefaultPath(session, user));
}
