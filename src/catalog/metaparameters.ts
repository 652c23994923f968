import type { Collector } from './collector.js';
import type { LogLevel, Retry } from './metaparameter-table.js';
import type { Reference } from './reference.js';
import type { RemoteTarget } from './remote-target.js';
import type { Resource } from './resource.js';

/**
 * What a chain may name: a resource, a class, a reference (an object, or a string `Service[x]`), a collector.
 */
export type LocalTarget = Resource | Reference | Collector | string;

/** One target of a chain or several. */
export type LocalTargets = LocalTarget | readonly LocalTarget[];

/** What a relationship may name: what a chain may name, and resources, classes and collectors of other hosts of a fleet. */
export type Target = LocalTarget | RemoteTarget;

/** One target or several. */
export type Targets = Target | readonly Target[];

/** The attributes that every resource, class and defined type accepts in addition to its own. */
export interface Metaparameters {
  /** This resource is applied before these. */
  readonly before?: Targets | undefined;
  /** This resource is applied after these, and skipped if one of them fails. */
  readonly require?: Targets | undefined;
  /** This resource is applied before these, and refreshes them when it changes. */
  readonly notify?: Targets | undefined;
  /** This resource is applied after these, and refreshed when one of them changes. */
  readonly subscribe?: Targets | undefined;
  /** Names by which collectors find it; its type, its classes and the segments of their names are tags already. */
  readonly tag?: string | readonly string[] | undefined;
  /**
   * Planned and never changed, even in an apply. A class or defined type passes it on to its content unless that has
   * its own value; the same holds for `retry`, `loglevel` and `schedule`.
   * @default false
   */
  readonly noop?: boolean | undefined;
  /** The title of the `Schedule` that determines when the resource may be read and changed. @default always */
  readonly schedule?: string | undefined;
  /**
   * Only for classes: the title of the `Stage` that the class belongs to.
   * @default the stage of the class that includes it, else 'main'
   */
  readonly stage?: string | undefined;
  /** The importance of its outcome; below `notice` a change is not printed on the terminal. @default 'notice' */
  readonly loglevel?: LogLevel | 'verbose' | undefined;
  /** Additional titles that references may use. */
  readonly alias?: string | readonly string[] | undefined;
  /** Additional attempts at a change that fails. @default a single attempt */
  readonly retry?: number | Retry | undefined;
  /** Declared, but left out of the catalog unless `realize` or a collector selects it. @default false */
  readonly virtual?: boolean | undefined;
  /**
   * Declared to be collected by `collectExported` on any host of the fleet; on its own host it is virtual.
   * @default false
   */
  readonly exported?: boolean | undefined;
}
