import type { Reference } from '../../catalog/reference.js';
import type { Mode } from '../../engine/report.js';
import type { Declarable } from '../declarable.js';
import type { Present } from './present.js';

/** What goes wrong in a run: the change of a resource, its refresh, or the reading of its state. */
export type Trouble = Reference | { readonly refresh: Reference } | { readonly read: Reference };

/** What a run is told. */
export interface ConvergeOptions {
  /** What the host has before the run, beside what earlier runs made of it. @default nothing */
  readonly state?: readonly Present[];
  /** What goes wrong in this run. @default nothing */
  readonly fail?: readonly Trouble[];
  /** @default 'apply' */
  readonly mode?: Mode;
  /** Types that may be purged though the catalog declares none of them. @default none */
  readonly types?: readonly Declarable[];
}
