import isEqual from 'lodash/isEqual.js';
import { isOutcomeUnknown } from '../errors/outcome-unknown.js';
import { compareStep } from './plan-step.js';
import { Unreadable } from './provider.js';
import type { ComparedStep } from './resource-step.js';
import type { StateReader } from './state-reader.js';

/**
 * The effect of a failed change on the host:
 * - `none`: the state is the same as before, and nothing is in progress any more;
 * - `some`: the state is another one;
 * - `unknown`: the state cannot be read, or what was requested may still happen.
 */
export type Effect = 'none' | 'some' | 'unknown';

/** Determines the effect of a failed change on the host. */
export async function determineEffect(
  { step, is }: ComparedStep,
  reader: StateReader,
  { failure, cutOff }: { readonly failure: unknown; readonly cutOff: boolean },
): Promise<Effect> {
  const { index } = step.resource;
  const now = compareStep(step, (await reader.read(step.group, [index])).get(index));
  if (now instanceof Unreadable || now instanceof Error) return 'unknown';
  if (!isEqual(now.is, is)) return 'some';
  return cutOff || isOutcomeUnknown(failure) ? 'unknown' : 'none';
}
