import { raise } from '../../errors/glance-apply-error.js';
import type { SourceLocation } from '../../errors/source-location.js';
import { matchWithTimeout, PatternTimeout } from '../match-with-timeout.js';
import { type MergeOptions, readMerge } from './merging/merge-options.js';
import { kindOf } from './values.js';

/** The key that defines how other keys are looked up; a lookup never returns it. */
export const lookupOptionsKey = 'lookup_options';

/** The lookup options of one key. */
export interface KeyLookupOptions {
  readonly merge: MergeOptions | undefined;
  /** A type's name, and arguments. */
  readonly convertTo: readonly unknown[] | undefined;
}

/** Milliseconds that all patterns of some data may take together. */
const PATTERNS_LIMIT = 5000;

/** What patterns have taken so far. */
export interface PatternTime {
  spent: number;
}

const none: KeyLookupOptions = { merge: undefined, convertTo: undefined };

/** The content of `lookup_options`, by key and by pattern. */
export class LookupOptions {
  readonly #byKey = new Map<string, KeyLookupOptions>();
  readonly #byPattern: { readonly pattern: RegExp; readonly options: KeyLookupOptions }[] = [];

  /** @throws {GlanceApplyError} if they are malformed. */
  constructor(
    value: unknown,
    private readonly location: SourceLocation | undefined,
    private readonly time: PatternTime,
  ) {
    if (value === undefined || value === null) return;
    if (!(value instanceof Map))
      raise('data.lookup-options', `lookup_options must be a hash, not ${kindOf(value)}`, { location });
    for (const [key, options] of value) {
      const read = readOptions(String(key), options, location);
      if (String(key).startsWith('^'))
        this.#byPattern.push({ pattern: parsePattern(String(key), location), options: read });
      else this.#byKey.set(String(key), read);
    }
  }

  /** Returns the options of a key: its own, else those of the first pattern that it matches. */
  of(root: string): KeyLookupOptions {
    return (
      this.#byKey.get(root) ??
      this.#byPattern.find(({ pattern }) => this.#fits(pattern, root))?.options ??
      none
    );
  }

  #fits(pattern: RegExp, root: string): boolean {
    const begin = performance.now();
    try {
      const fits = matchWithTimeout(pattern, [root])[0] === true;
      this.time.spent += performance.now() - begin;
      if (this.time.spent <= PATTERNS_LIMIT) return fits;
    } catch (error) {
      if (!(error instanceof PatternTimeout)) throw error;
      return raise('data.lookup-options', `lookup_options: ${error.message}`, { location: this.location });
    }
    return raise(
      'data.lookup-options',
      `lookup_options: their patterns took more than ${PATTERNS_LIMIT / 1000} seconds in all, the last of them '${pattern.source}'`,
      {
        location: this.location,
        hint: 'write them without repetitions within repetitions, or name the keys themselves',
      },
    );
  }
}

/**
 * Refuses options that a module sets for keys of others.
 * @throws {GlanceApplyError} `data.lookup-options`
 */
export function refuseOtherModules(
  value: unknown,
  module: string,
  location: SourceLocation | undefined,
): void {
  if (!(value instanceof Map)) return;
  const foreign = [...value.keys()].find((key) => !String(key).replace(/^\^/, '').startsWith(`${module}::`));
  if (foreign === undefined) return;
  raise('data.lookup-options', `the module ${module} sets lookup_options for '${String(foreign)}'`, {
    location,
    hint: `keys and patterns in the data of a module must begin with ${module}::`,
  });
}

function readOptions(key: string, options: unknown, location: SourceLocation | undefined): KeyLookupOptions {
  if (!(options instanceof Map)) {
    return raise(
      'data.lookup-options',
      `the lookup_options of '${key}' must be a hash, not ${kindOf(options)}`,
      {
        location,
        hint: 'such as { merge: deep }',
      },
    );
  }
  const merge: unknown = options.get('merge');
  const convert: unknown = options.get('convert_to');
  return {
    merge: merge === undefined || merge === null ? undefined : readMerge(merge, location),
    convertTo:
      convert === undefined || convert === null ? undefined : Array.isArray(convert) ? convert : [convert],
  };
}

/** Translates Ruby's anchors for the ends of a string. */
function parsePattern(source: string, location: SourceLocation | undefined): RegExp {
  try {
    return new RegExp(
      source
        .replace(/\\A/g, '^')
        .replace(/\\[zZ]/g, '$')
        .replace(/\\h/g, '[0-9a-fA-F]'),
      'm',
    );
  } catch {
    return raise(
      'data.lookup-options',
      `the pattern '${source}' in lookup_options is not a valid regular expression`,
      { location },
    );
  }
}
