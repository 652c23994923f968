import { raise } from '../../../errors/glance-apply-error.js';
import { Secret } from '../../../secrets/secret.js';
import { toIdentityKey } from '../values.js';
import type { MergeOptions } from './merge-options.js';

type DeepOptions = Omit<MergeOptions, 'strategy'>;

/**
 * Merges a value into one of lower priority, as the Ruby library deep_merge does for Puppet: members of both are merged
 * recursively, lists are joined with the lower one first, and if two values cannot be merged, the one of higher
 * priority wins. Neither argument is modified.
 */
export function deepMerge(source: unknown, target: unknown, options: DeepOptions): unknown {
  if (source === null || source === undefined) return target;
  if (target === null || target === undefined || target === false) return source;
  if (source instanceof Map) return mergeHash(source, target, options);
  if (Array.isArray(source)) return mergeList(source, target, options);
  return replace(source, options);
}

function mergeHash(source: ReadonlyMap<string, unknown>, target: unknown, options: DeepOptions): unknown {
  // A value that is not a hash is replaced by the first member; an empty hash has none.
  if (!(target instanceof Map)) return source.size === 0 ? target : withMergedMembers(source, options);
  const merged = new Map<string, unknown>(target);
  for (const [key, value] of source) {
    const lower = merged.get(key);
    // Without a lower value, the value is merged with itself, which applies knockouts and sorting within it.
    const base = lower === undefined || lower === null || lower === false ? value : lower;
    merged.set(key, deepMerge(value, base, options));
  }
  return merged;
}

function withMergedMembers(source: ReadonlyMap<string, unknown>, options: DeepOptions): Map<string, unknown> {
  const [[firstKey] = [undefined]] = source;
  return new Map(
    [...source].map(([key, value]) => [key, key === firstKey ? value : deepMerge(value, value, options)]),
  );
}

function mergeList(source: readonly unknown[], target: unknown, options: DeepOptions): unknown {
  const { knockout_prefix: prefix } = options;
  const emptied = prefix !== undefined && source.includes(prefix);
  const own = emptied ? source.filter((item) => item !== prefix) : source;
  const base = emptied ? toEmpty(target) : target;
  if (!Array.isArray(base)) {
    return prefix === undefined ? own : own.filter((item) => !knocksOut(item, prefix));
  }
  const knockedOut = new Set(
    own.filter((item) => knocksOut(item, prefix)).flatMap((item) => [item, withoutPrefix(item, prefix)]),
  );
  const remaining = base.filter((item) => !knockedOut.has(item));
  const added = own.filter((item) => !knocksOut(item, prefix));
  const merged =
    options.merge_hash_arrays === true && [...remaining, ...added].every((item) => item instanceof Map)
      ? [
          ...remaining.map((item, index) => deepMerge(added[index] ?? new Map(), item, options)),
          ...added.slice(remaining.length),
        ]
      : union(remaining, added);
  return options.sort_merged_arrays === true ? sortMerged(merged) : merged;
}

function knocksOut(item: unknown, prefix: string | undefined): boolean {
  return prefix !== undefined && typeof item === 'string' && item.startsWith(prefix);
}

function withoutPrefix(item: unknown, prefix = ''): unknown {
  return String(item).slice(prefix.length);
}

/** Returns what Ruby's `clear` leaves of a value. */
function toEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  if (value instanceof Map) return new Map();
  return typeof value === 'string' ? '' : null;
}

/** A scalar replaces the lower value; one with the prefix removes it. */
function replace(source: unknown, { knockout_prefix: prefix }: DeepOptions): unknown {
  return knocksOut(source, prefix) ? '' : source;
}

/** Returns Ruby's `|` of two lists: each value once, at its first position. */
export function union(one: readonly unknown[], other: readonly unknown[]): unknown[] {
  const known = new Map<string, unknown>();
  for (const item of [...one, ...other]) {
    const key = toIdentityKey(item);
    if (!known.has(key)) known.set(key, item);
  }
  return [...known.values()];
}

function sortMerged(list: readonly unknown[]): unknown[] {
  const clear = (item: unknown) => (Secret.is(item) ? item.reveal() : item);
  const kinds = new Set(list.map((item) => typeof clear(item)));
  if (
    list.length > 1 &&
    (kinds.size > 1 || ![...kinds].every((kind) => kind === 'string' || kind === 'number'))
  ) {
    return raise(
      'data.sort',
      'the merged list cannot be sorted: its items are not all strings or all numbers',
      {
        hint: 'leave sort_merged_arrays out',
      },
    );
  }
  return list.toSorted((a, b) => {
    const [left, right] = [clear(a), clear(b)];
    if (typeof left === 'number' && typeof right === 'number') return left - right;
    return Buffer.compare(Buffer.from(String(left)), Buffer.from(String(right)));
  });
}
