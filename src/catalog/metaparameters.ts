import type { Collector } from './collector.js';
import type { Reference } from './reference.js';
import type { Resource } from './resource.js';

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
  /** Planned, never changed, whatever the run does. @default the run's */
  readonly noop?: boolean | undefined;
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

/** Names that no type may use for an attribute of its own. */
export const metaparameterNames: ReadonlySet<string> = new Set([
  ...Object.keys(relationships),
  'tag',
  'noop',
  'alias',
  'retry',
  'virtual',
  // Puppet's own that mean nothing here, taken so that catalogs and data files of Puppet's can be read.
  'loglevel',
  'stage',
  'audit',
  'schedule',
]);
