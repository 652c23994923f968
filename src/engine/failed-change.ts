import isEqual from 'lodash/isEqual.js';
import { isUnsettled } from '../errors/unsettled.js';
import { see } from './plan-step.js';
import { Unreadable } from './provider.js';
import type { Reading } from './reading.js';
import type { Seen } from './turn.js';

/**
 * What a change that failed has done to the host:
 * - `none`: a reading shows the state that was there before, and nothing is still under way;
 * - `some`: a reading shows another state;
 * - `unknown`: the state cannot be read, or what was asked for may still come about.
 */
export type Effect = 'none' | 'some' | 'unknown';

/** Finds out what a change that failed has done to the host. */
export async function effectOf(
  { turn, is }: Seen,
  reading: Reading,
  { failure, cutOff }: { readonly failure: unknown; readonly cutOff: boolean },
): Promise<Effect> {
  const { index } = turn.resource;
  const now = see(turn, (await reading.read(turn.group, [index])).get(index));
  if (now instanceof Unreadable || now instanceof Error) return 'unknown';
  if (!isEqual(now.is, is)) return 'some';
  return cutOff || isUnsettled(failure) ? 'unknown' : 'none';
}
