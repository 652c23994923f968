import type { LogLevel } from '../catalog/metaparameter-table.js';
import type { Diagnostic } from '../errors/diagnostic.js';
import type { Mode, Report, ResourceReport, RunIdentity } from './report.js';
import type { PendingElsewhere } from './state/journal.js';

/** A message about a resource. */
export interface Message {
  readonly type: 'message';
  readonly reference: string;
  readonly text: string;
  /** The severity of the message. @default 'notice' */
  readonly level?: LogLevel;
  /** Whether the text may be displayed without the reference. @default false */
  readonly bare?: boolean;
}

/** An event of a run without what identifies the run. */
export type RunEventBody =
  | {
      readonly type: 'run-started';
      readonly mode: Mode;
      /** The number of native resources of the catalog. */
      readonly resources: number;
      /** References of resources whose refresh an earlier run left pending and this run makes. */
      readonly pendingRefreshes: readonly string[];
      /** Refreshes that runs of other names left pending, and that stay pending. */
      readonly pendingElsewhere: readonly PendingElsewhere[];
      /** In a plan: the concurrent run that changes the host, and makes those refreshes itself. */
      readonly atWork?: string;
    }
  | {
      /** A change, a refresh, or a long reading has begun. */
      readonly type: 'work-started';
      /** Identifies this work until its `work-finished`. */
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
      /** The number of native resources finished so far, this one included. */
      readonly finished: number;
    }
  | Message
  | { readonly type: 'warning'; readonly diagnostic: Diagnostic }
  /** The run was interrupted for the first time: the steps in flight are finished, the others are skipped. */
  | {
      readonly type: 'interrupted';
      readonly inFlight: readonly string[];
      /** Why the run was interrupted, unless by a signal. */
      readonly reason?: string;
    }
  | { readonly type: 'run-finished'; readonly report: Report };

/**
 * An event of a run. Events are emitted in order; everything in them is redacted and may be displayed; `type` is stable.
 * Each contains the host and the id of its run, so that events of several runs can be distinguished in one stream.
 * `--json` prints one event per line.
 */
export type RunEvent = RunIdentity & RunEventBody;

/** Receives the events of a run. It must not throw. */
export type Listener = (event: RunEvent) => void;
