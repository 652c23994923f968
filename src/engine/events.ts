import type { LogLevel } from '../catalog/metaparameter-table.js';
import type { Diagnostic } from '../errors/diagnostic.js';
import type { Mode, Report, ResourceReport, RunIdentity } from './report.js';
import type { PendingElsewhere } from './state/journal.js';

/** Something that is said in a resource's name. */
export interface Message {
  readonly type: 'message';
  readonly reference: string;
  readonly text: string;
  /** How much it matters. @default 'notice' */
  readonly level?: LogLevel;
  /** The text stands for itself, and need not be shown with the reference. @default false */
  readonly bare?: boolean;
}

/** An event of a run without what identifies the run. */
export type RunEventBody =
  | {
      readonly type: 'run-started';
      readonly mode: Mode;
      /** Native resources of the catalog. */
      readonly resources: number;
      /** Refreshes that earlier runs left pending and this one makes, as references of its resources. */
      readonly pendingRefreshes: readonly string[];
      /** Refreshes that runs of other names left pending, and that stay so. */
      readonly pendingElsewhere: readonly PendingElsewhere[];
      /** Of a plan: the run that changes the host at the same time, and makes those refreshes itself. */
      readonly atWork?: string;
    }
  | {
      /** A change, a refresh, or a long reading has begun. */
      readonly type: 'work-started';
      /** Names this piece of work until its `work-finished`. */
      readonly id: number;
      readonly action: 'read' | 'change' | 'refresh';
      /** The resources concerned: one, or those of a batch. */
      readonly references: readonly string[];
    }
  | { readonly type: 'work-progress'; readonly id: number; readonly text: string }
  | { readonly type: 'work-finished'; readonly id: number; readonly duration: number }
  | {
      /** The step of a resource has ended; also sent for `unchanged` ones. */
      readonly type: 'resource-finished';
      readonly resource: ResourceReport;
      /** Native resources finished so far, this one included. */
      readonly finished: number;
    }
  | Message
  | { readonly type: 'warning'; readonly diagnostic: Diagnostic }
  /** The first interrupt: what is in flight is finished, the rest is skipped. */
  | {
      readonly type: 'interrupted';
      readonly inFlight: readonly string[];
      /** Why, where it was not a signal from outside. */
      readonly reason?: string;
    }
  | { readonly type: 'run-finished'; readonly report: Report };

/**
 * An event of a run. Events are sent in order, everything in them is redacted and may be shown, and `type` is stable
 * and may be matched. Each carries the host and the id of its run, so that events of several runs can be told apart in
 * one stream. `--json` prints them one per line.
 */
export type RunEvent = RunIdentity & RunEventBody;

/** Takes the events of a run. It must not throw. */
export type Listener = (event: RunEvent) => void;
