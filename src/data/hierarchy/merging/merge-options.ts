import { raise } from '../../../errors/glance-apply-error.js';
import { didYouMean } from '../../../errors/nearest.js';
import type { SourceLocation } from '../../../errors/source-location.js';

const strategies = ['first', 'unique', 'hash', 'deep'] as const;

export type MergeStrategy = (typeof strategies)[number];

/** How values of several levels become one. */
export interface MergeOptions {
  /**
   * `first` returns the most important value, `unique` flattens and joins lists, `hash` joins hashes, `deep` merges
   * hashes recursively.
   */
  readonly strategy: MergeStrategy;
  /** With `deep`: an item with this prefix removes the item without it from lists of lower levels. */
  readonly knockout_prefix?: string;
  /** With `deep`: merged lists are sorted. @default false */
  readonly sort_merged_arrays?: boolean;
  /** With `deep`: hashes in lists are merged by position. @default false */
  readonly merge_hash_arrays?: boolean;
}

/** A merge as a caller writes it: the name of a strategy, or a hash with its options. */
export type Merge = MergeStrategy | MergeOptions;

export const mergeFirst: MergeOptions = { strategy: 'first' };

const forms: Readonly<Record<string, 'string' | 'boolean'>> = {
  strategy: 'string',
  knockout_prefix: 'string',
  sort_merged_arrays: 'boolean',
  merge_hash_arrays: 'boolean',
  merge_debug: 'boolean',
};

/**
 * Parses a merge from a call, a command line or `lookup_options`.
 * @throws {GlanceApplyError}
 */
export function readMerge(given: unknown, location?: SourceLocation): MergeOptions {
  if (typeof given === 'string') return { strategy: findStrategy(given, location) };
  const members =
    given instanceof Map
      ? [...given]
      : typeof given === 'object' && given !== null
        ? Object.entries(given)
        : [];
  const options: Record<string, unknown> = Object.fromEntries(members);
  if (options.strategy === undefined) {
    return raise('data.merge', 'a merge must be the name of a strategy, or a hash with the key strategy', {
      location,
      hint: `supported strategies are ${strategies.join(', ')}`,
    });
  }
  const strategy = findStrategy(options.strategy, location);
  const allowed = strategy === 'deep' ? Object.keys(forms) : ['strategy'];
  for (const [name, value] of members) {
    if (!allowed.includes(name)) {
      raise('data.merge', `the strategy ${strategy} has no option '${name}'`, {
        location,
        hint: didYouMean(name, allowed) ?? 'only the strategy deep has options',
      });
    }
    if (typeof value !== forms[name] || value === '') {
      raise('data.merge', `the option ${name} of a merge must be a ${forms[name]}`, { location });
    }
  }
  return { ...options, strategy };
}

function findStrategy(name: unknown, location: SourceLocation | undefined): MergeStrategy {
  const found = strategies.find((one) => one === name);
  return (
    found ??
    raise('data.merge', `unknown merge strategy '${String(name)}'`, {
      location,
      hint: didYouMean(String(name), strategies) ?? `supported strategies are ${strategies.join(', ')}`,
    })
  );
}
