import type { DefaultContext } from '../../catalog/attribute.js';

/**
 * As many worker processes as the node does well with: half its processors, at least 2 and at most 12; in Newton
 * one a processor. A fact `os_workers` has the last word.
 */
export function defaultWorkers({ facts, release }: DefaultContext): number {
  const { processors, os_workers: chosen } = facts as {
    readonly processors?: { readonly count?: number };
    readonly os_workers?: unknown;
  };
  const count = processors?.count ?? 1;
  if (release === 'newton') return count;
  return Number(chosen ?? Math.min(Math.max(Math.floor(count / 2), 2), 12));
}
