import isEqual from 'lodash/isEqual.js';
import { isOutcomeUnknown } from '../errors/outcome-unknown.js';
import { compareStep } from './plan-step.js';
import { Unreadable } from './provider.js';
import type { ComparedStep } from './resource-step.js';
import type { StateReader } from './state-reader.js';

/**
 * What a failed change has done to the host:
 * - `none`: a reading shows the state that was there before, and nothing is still under way;
 * - `some`: a reading shows another state;
 * - `unknown`: the state cannot be read, or what was asked for may still come about.
 */
export type Effect = 'none' | 'some' | 'unknown';

/** Determines what a failed change has done to the host. */
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
