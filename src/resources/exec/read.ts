import PQueue from 'p-queue';
import { type State, type Subject, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import type { attributes, DesiredExec } from './attributes.js';
import { checkConditions, checkCreates, hasConditions } from './conditions.js';
import { predictMissingAccounts } from './predict-missing-accounts.js';

/** The number of execs whose conditions are evaluated at a time. */
export const MAX_CONCURRENT_CONDITIONS = 8;

/** The state of an exec that has to run; the state of another one is its desired state. */
const NOT_RUN: State = { returns: 'notrun' };

/** Determines which commands would run. */
export async function readExecs(
  session: Session,
  subjects: readonly Subject<typeof attributes>[],
): Promise<Map<string, State | Unreadable>> {
  const created = await checkCreates(
    session,
    subjects.map(({ desired }) => desired),
  );
  const queue = new PQueue({ concurrency: MAX_CONCURRENT_CONDITIONS });
  const reads = subjects.map(async ({ title, desired }, index) => {
    const state = predictState(desired, created[index]);
    return [title, state ?? (await queue.add(() => readState(session, desired)))] as const;
  });
  const states = new Map(await Promise.all(reads));
  if (session.planning) await predictMissingAccounts(session, subjects, states);
  return states;
}

/** Returns the state if it does not depend on `unless` and `onlyif`. */
function predictState(
  desired: DesiredExec,
  created: boolean | Error | undefined,
): State | Unreadable | undefined {
  if (desired.refreshonly || !hasConditions(desired)) return NOT_RUN;
  if (created instanceof Error) return Unreadable.because(created);
  return created ? { returns: desired.returns } : undefined;
}

async function readState(session: Session, desired: DesiredExec): Promise<State | Unreadable> {
  try {
    return (await checkConditions(session, desired)) ? NOT_RUN : { returns: desired.returns };
  } catch (error) {
    return Unreadable.because(error);
  }
}
