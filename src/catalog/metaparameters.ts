import { type AttributeTable, parameter } from './attribute.js';
import type { Collector } from './collector.js';
import type { Reference } from './reference.js';
import type { Resource } from './resource.js';
import { anyOf, arrayOf } from './values/compounds.js';
import { boolean, integer, oneOf, string } from './values/scalars.js';
import type { ValueType } from './values/value-type.js';

/** What a relationship may name: a resource, a class, a reference (typed, or as text `Service[x]`), a collector. */
export type Target = Resource | Reference | Collector | string;

/** One target or several. */
export type Targets = Target | readonly Target[];

/** Several tries of a change that may fail for a passing reason. */
export interface Retry {
  /** How often it is tried at most. */
  readonly tries: number;
  /** Seconds between two tries. @default 1 */
  readonly delay?: number;
}

/** How much a message matters, from the most to the least. */
export const logLevels = ['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug'] as const;

export type LogLevel = (typeof logLevels)[number];

/** What every resource, class and defined type takes beside its own attributes. */
export interface Metaparameters {
  /** Applied before these. */
  readonly before?: Targets | undefined;
  /** Applied after these; skipped where one of them fails. */
  readonly require?: Targets | undefined;
  /** Applied before these, and they are refreshed where this one changes. */
  readonly notify?: Targets | undefined;
  /** Applied after these, and refreshed where one of them changes. */
  readonly subscribe?: Targets | undefined;
  /** Names to find it by in collectors; its type, its classes and their name's segments are tags already. */
  readonly tag?: string | readonly string[] | undefined;
  /**
   * Planned, never changed, whatever the run does. A class or defined type passes it on to what it contains, unless
   * that says otherwise; so it does with `retry`, `loglevel` and `schedule`. @default false
   */
  readonly noop?: boolean | undefined;
  /** The title of the `Schedule` that says when it may be looked at and changed. @default always */
  readonly schedule?: string | undefined;
  /** Of classes alone: the title of the `Stage` that it belongs to. @default that of the class that includes it, else 'main' */
  readonly stage?: string | undefined;
  /** How much it matters what becomes of it; below `notice` a change is not told on the terminal. @default 'notice' */
  readonly loglevel?: LogLevel | 'verbose' | undefined;
  /** Further titles that references may use. */
  readonly alias?: string | readonly string[] | undefined;
  /** Further tries of a change that fails. @default one try */
  readonly retry?: number | Retry | undefined;
  /** Declared, and left out of the catalog unless it is realized or a collector of resources asks for it. @default false */
  readonly virtual?: boolean | undefined;
}

/** The metaparameters that are relationships, and what each means. */
export const relationships = {
  before: { forward: true, refresh: false },
  notify: { forward: true, refresh: true },
  require: { forward: false, refresh: false },
  subscribe: { forward: false, refresh: true },
} as const;

export type Relationship = keyof typeof relationships;

const retry: ValueType<number | Retry> = {
  schema: {
    anyOf: [
      { type: 'integer', minimum: 1 },
      {
        type: 'object',
        properties: { tries: { type: 'integer', minimum: 1 }, delay: { type: 'number', minimum: 0 } },
        required: ['tries'],
        additionalProperties: false,
      },
    ],
  },
  expected: 'a number of tries, or { tries, delay }',
  munge: (value) => integer().munge?.(value) ?? value,
};

/** The metaparameters that are no relationships, with their values. */
export const metaparameters = {
  tag: parameter(anyOf(string, arrayOf(string)), 'Names to find it by in collectors.'),
  noop: parameter(boolean, 'Planned, never changed. Passed on to what a class or defined type contains.'),
  alias: parameter(anyOf(string, arrayOf(string)), 'Further titles that references may use.'),
  retry: parameter(
    retry,
    'Further tries of a change that fails: a number, or { tries, delay } with seconds between two tries. Passed on.',
  ),
  virtual: parameter(boolean, 'Declared, and left out until it is realized or a collector asks for it.'),
  loglevel: parameter(
    oneOf(...logLevels, 'verbose'),
    'How much it matters; below notice a change is not told on the terminal. Passed on.',
  ),
  schedule: parameter(string, 'The schedule that says when it may be looked at and changed. Passed on.'),
  stage: parameter(string, 'Of classes alone: the stage that it belongs to.'),
} satisfies AttributeTable;

/** Names that no type may use for an attribute of its own. */
export const metaparameterNames: ReadonlySet<string> = new Set([
  ...Object.keys(relationships),
  ...Object.keys(metaparameters),
  // Puppet's own that is refused: nothing here compares a run with the one before.
  'audit',
]);
