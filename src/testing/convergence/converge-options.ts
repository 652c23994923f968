import type { Reference } from '../../catalog/reference.js';
import type { Mode } from '../../engine/report.js';
import type { Declarable } from '../declarable.js';
import type { ExistingResource } from './existing-resource.js';

/** A failure in a run: changing a resource, refreshing it, or reading its state. */
export type InjectedFailure = Reference | { readonly refresh: Reference } | { readonly read: Reference };

/** The options of a run. */
export interface ConvergeOptions {
  /** What exists on the host before the run, in addition to the result of earlier runs. @default nothing */
  readonly state?: readonly ExistingResource[];
  /** What fails in this run. @default nothing */
  readonly fail?: readonly InjectedFailure[];
  /** @default 'apply' */
  readonly mode?: Mode;
  /** Types that can be purged although the catalog does not declare a resource of them. @default none */
  readonly types?: readonly Declarable[];
}
