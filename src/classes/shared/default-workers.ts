import type { DefaultContext } from '../../catalog/attribute.js';

/**
 * Returns the default number of worker processes: half the processors, at least 2 and at most 12; in Newton one per
 * processor. The fact `os_workers` overrides it.
 */
export function defaultWorkers({ facts, release }: DefaultContext): number {
  const { processors, os_workers: chosen } = facts;
  const count = processors?.count ?? 1;
  if (release === 'newton') return count;
  return Number(chosen ?? Math.min(Math.max(Math.floor(count / 2), 2), 12));
}
