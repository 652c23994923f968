import { type State, type Subject, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { messageOf } from '../../errors/glance-apply-error.js';
import { joinMessages } from '../../errors/join-messages.js';
import type { attributes, DesiredTidy } from './attributes.js';
import { findRemovable, type TidyFindings } from './find-removable.js';

/** Determines for each resource what it would remove: that is its state of `recurse` until there is nothing left. */
export async function readTidies(
  session: Session,
  subjects: readonly Subject<typeof attributes>[],
): Promise<Map<string, State | Unreadable>> {
  const states = subjects.map(async ({ title, desired }) => {
    const state = await findRemovable(session, desired).then(
      (found) => toState(desired, found, session.planning),
      (error) => new Unreadable(messageOf(error)),
    );
    return [title, state] as const;
  });
  return new Map(await Promise.all(states));
}

function toState(
  desired: DesiredTidy,
  { removable, errors }: TidyFindings,
  isPlanning: boolean,
): State | Unreadable {
  const state = {
    recurse: removable.length === 0 ? desired.recurse : removable.map(({ path }) => path).sort(),
  };
  if (errors.length === 0) return state;
  // An apply removes the rest, and fails with these errors afterwards.
  if (removable.length === 0) return new Unreadable(joinMessages(errors));
  return isPlanning ? Unreadable.blocked(joinMessages(errors), state) : state;
}
