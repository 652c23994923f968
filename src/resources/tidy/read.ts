import { type State, type Subject, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { messageOf } from '../../errors/glance-apply-error.js';
import type { attributes } from './attributes.js';
import { findRemovable } from './find-removable.js';

/** Determines for each resource what it would remove: that is its state of `recurse` until there is nothing left. */
export async function readTidies(
  session: Session,
  subjects: readonly Subject<typeof attributes>[],
): Promise<Map<string, State | Unreadable>> {
  const states = subjects.map(async ({ title, wanted }) => {
    const state = await findRemovable(session, wanted).then(
      (found): State => ({
        recurse: found.length === 0 ? wanted.recurse : found.map(({ path }) => path).sort(),
      }),
      (error) => new Unreadable(messageOf(error)),
    );
    return [title, state] as const;
  });
  return new Map(await Promise.all(states));
}
