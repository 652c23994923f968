import { raise } from '../../../errors/glance-apply-error.js';
import { didYouMean } from '../../../errors/nearest.js';
import type { Place } from '../../../errors/place.js';

const strategies = ['first', 'unique', 'hash', 'deep'] as const;

export type MergeStrategy = (typeof strategies)[number];

/** How values of several levels become one. */
export interface MergeOptions {
  /** `first` takes the most important, `unique` flattens and joins lists, `hash` joins hashes, `deep` what is in them too. */
  readonly strategy: MergeStrategy;
  /** With `deep`: what begins with it takes the rest of its name out of lists of lower levels. */
  readonly knockout_prefix?: string;
  /** With `deep`: lists are sorted when they were merged. @default false */
  readonly sort_merged_arrays?: boolean;
  /** With `deep`: hashes in lists are merged by their position. @default false */
  readonly merge_hash_arrays?: boolean;
}

/** A merge as it may be written: the name of a strategy, or a hash with its options. */
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
 * Checks a merge as a call, a command line or `lookup_options` give it.
 * @throws {GlanceApplyError}
 */
export function readMerge(given: unknown, place?: Place): MergeOptions {
  if (typeof given === 'string') return { strategy: findStrategy(given, place) };
  const members =
    given instanceof Map
      ? [...given]
      : typeof given === 'object' && given !== null
        ? Object.entries(given)
        : [];
  const options = Object.fromEntries(members) as Record<string, unknown>;
  if (options.strategy === undefined) {
    return raise('data.merge', 'a merge is the name of a strategy, or a hash with it under strategy', {
      place,
      hint: `strategies are ${strategies.join(', ')}`,
    });
  }
  const strategy = findStrategy(options.strategy, place);
  const allowed = strategy === 'deep' ? Object.keys(forms) : ['strategy'];
  for (const [name, value] of members) {
    if (!allowed.includes(name)) {
      raise('data.merge', `the strategy ${strategy} has no option '${name}'`, {
        place,
        hint: didYouMean(name, allowed) ?? 'options belong to the strategy deep',
      });
    }
    if (typeof value !== forms[name] || value === '') {
      raise(
        'data.merge',
        `the option ${name} of a merge is a ${forms[name] === 'string' ? 'text' : 'boolean'}`,
        { place },
      );
    }
  }
  return { ...options, strategy };
}

function findStrategy(name: unknown, place: Place | undefined): MergeStrategy {
  const found = strategies.find((one) => one === name);
  return (
    found ??
    raise('data.merge', `there is no merge strategy '${String(name)}'`, {
      place,
      hint: didYouMean(String(name), strategies) ?? `strategies are ${strategies.join(', ')}`,
    })
  );
}
