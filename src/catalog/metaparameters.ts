import type { Collector } from './collector.js';
import type { LogLevel, Retry } from './metaparameter-table.js';
import type { Reference } from './reference.js';
import type { Resource } from './resource.js';

/** What a relationship may name: a resource, a class, a reference (an object, or a string `Service[x]`), a collector. */
export type Target = Resource | Reference | Collector | string;

/** One target or several. */
export type Targets = Target | readonly Target[];

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
