import type { LogLevel } from '../catalog/metaparameter-table.js';
import type { SourceLocation } from '../errors/source-location.js';

/** Whether a run changes the host or reports what it would change. */
export type Mode = 'apply' | 'plan';

/**
 * The outcome of a resource:
 * - `unchanged`: already in sync;
 * - `changed`: changed or refreshed in this run;
 * - `will`: a plan is certain that an apply changes or refreshes it;
 * - `may`: a plan cannot know, because of an outstanding change before it or a missing permission to read it;
 * - `failed`: it could not be read, changed or refreshed;
 * - `skipped`: something that it depends on failed, or the run was interrupted before its step.
 */
export type Outcome = 'unchanged' | 'changed' | 'will' | 'may' | 'failed' | 'skipped';

/** A difference of a property; values are redacted and may be displayed. */
export interface PropertyChange {
  readonly property: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** The result of one native resource. Everything in it is redacted and may be displayed. */
export interface ResourceReport {
  /** `Service[glance-api]`. */
  readonly reference: string;
  readonly type: string;
  readonly title: string;
  readonly location: SourceLocation | undefined;
  readonly outcome: Outcome;
  /** The resource's metaparameter `loglevel`. */
  readonly loglevel: LogLevel;
  /** The properties that were changed or would be; for a creation every property, for a removal `ensure` alone. */
  readonly changes: readonly PropertyChange[];
  /** Whether it was refreshed; in a plan, `will` if a refresh is certain, `may` if it is possible. */
  readonly refresh: 'no' | 'done' | 'will' | 'may' | 'failed';
  /** References of the resources that refreshed it; for a pending refresh of an earlier run, those of that run. */
  readonly refreshedBy: readonly string[];
  /** Whether the difference is drift: an earlier run applied the same desired state, and the host has changed since. */
  readonly corrective: boolean;
  /** Why it failed, was skipped, or may change. */
  readonly reason: string | undefined;
  /** The code of the diagnostic that it failed with; undefined if it did not fail, or if the error has no code. */
  readonly code: string | undefined;
  /** The reference of the failed resource (if skipped), or of the outstanding change (if it may change). */
  readonly cause: string | undefined;
  /** Whether its `noop` prevented the change. */
  readonly noop: boolean;
  /** Milliseconds spent on reading, changing and refreshing it; in a batch, those of the whole batch. */
  readonly duration: number;
}

/** Numbers of native resources by outcome. */
export type Summary = Readonly<Record<Outcome, number>> & {
  readonly total: number;
  readonly refreshed: number;
};

/** The format version of events and reports. It changes when a field is removed or its meaning changes. */
export const FORMAT_VERSION = 1;

/** The run that an event or a report belongs to, and its format version. */
export interface RunIdentity {
  readonly formatVersion: typeof FORMAT_VERSION;
  /** A UUID, unique for each run. */
  readonly runId: string;
  /** The name of the host. */
  readonly host: string;
}

/** The report of a run. `report.json` in the state directory contains that of the last apply. */
export interface Report extends RunIdentity {
  readonly mode: Mode;
  /** When the run began, in ISO 8601. */
  readonly started: string;
  /** The duration of the run in milliseconds. */
  readonly duration: number;
  /** Whether the run was interrupted, so that resources were skipped. */
  readonly interrupted: boolean;
  /** Why it was interrupted, unless by a signal: its lock was lost, its output could not be written. */
  readonly interruption: string | undefined;
  /** Remarks of the caller about the run, such as output that could not be written. */
  readonly remarks: readonly string[];
  /** Errors of the run itself that ended it early, or that occurred when its records were written. */
  readonly faults: readonly string[];
  readonly summary: Summary;
  /** All resources that are not `unchanged`, in the order in which their steps ended. */
  readonly resources: readonly ResourceReport[];
}
