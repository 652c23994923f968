import { problem } from '../../../errors/diagnostic.js';
import { GlanceApplyError } from '../../../errors/glance-apply-error.js';
import type { Source } from '../lookup-result.js';
import { kindOf } from '../values.js';
import { deepMerge, union } from './deep-merge.js';
import type { MergeOptions } from './merge-options.js';

/** A value, and every file that contributed to it, the most important first. */
export interface Hit {
  readonly value: unknown;
  readonly sources: readonly Source[];
}

/**
 * Merges the values of levels, or of the files of one level, in order. Nested merges differ from one merge of all
 * values, so layers, levels and files are merged separately.
 */
export function mergeHits<T>(
  sources: readonly T[],
  merge: MergeOptions,
  ask: (source: T) => Hit | undefined,
): Hit | undefined {
  if (merge.strategy === 'first') {
    for (const source of sources) {
      const hit = ask(source);
      if (hit !== undefined) return hit;
    }
    return undefined;
  }
  const [only] = sources;
  if (sources.length === 1 && only !== undefined) return deduplicate(ask(only), merge);
  let merged: Hit | undefined;
  for (const source of sources) {
    const hit = ask(source);
    if (hit === undefined) continue;
    merged = merged === undefined ? convertHit(hit, merge) : mergeTwo(merged, hit, merge);
  }
  return merged;
}

/** A list contains each value once, even without another list to merge it with. */
function deduplicate(hit: Hit | undefined, { strategy }: MergeOptions): Hit | undefined {
  return hit !== undefined && strategy === 'unique' && Array.isArray(hit.value)
    ? { ...hit, value: union(hit.value, []) }
    : hit;
}

function convertHit(hit: Hit, { strategy }: MergeOptions): Hit {
  return strategy === 'unique' ? { ...hit, value: toList(hit.value) } : hit;
}

function toList(value: unknown): unknown[] {
  return Array.isArray(value) ? value.flat(Number.POSITIVE_INFINITY) : [value];
}

function mergeTwo(upper: Hit, lower: Hit, merge: MergeOptions): Hit {
  const { strategy } = merge;
  if (strategy === 'hash') {
    for (const [one, other] of [[upper, lower] as const, [lower, upper] as const])
      if (!(one.value instanceof Map)) throw unmergeableError(one, other, 'as hashes');
  }
  if (strategy === 'unique') {
    for (const [one, other] of [[upper, lower] as const, [lower, upper] as const])
      if (one.value instanceof Map || one.value === null) throw unmergeableError(one, other, 'as lists');
  }
  return {
    value: mergeValues(upper.value, lower.value, merge),
    sources: [...upper.sources, ...lower.sources],
  };
}

function mergeValues(upper: unknown, lower: unknown, merge: MergeOptions): unknown {
  if (merge.strategy === 'unique') return union(toList(upper), toList(lower));
  if (merge.strategy === 'deep') return deepMerge(upper, lower, merge);
  return new Map([...(lower as ReadonlyMap<string, unknown>), ...(upper as ReadonlyMap<string, unknown>)]);
}

function unmergeableError(one: Hit, other: Hit, how: string): GlanceApplyError {
  const [source] = one.sources;
  return new GlanceApplyError(
    problem('data.merge', `'${source?.key}' cannot be merged ${how}: this value is ${kindOf(one.value)}`, {
      location: source?.location,
      related: other.sources
        .slice(0, 1)
        .map(({ location }) => ({ message: `the other value is ${kindOf(other.value)}:`, location })),
      hint: 'use the same type for both, or another merge strategy',
    }),
  );
}
