import type { LogLevel } from '../catalog/metaparameter-table.js';
import type { Place } from '../errors/place.js';

/** Whether a run changes the host or says what it would change. */
export type Mode = 'apply' | 'plan';

/**
 * What became of a resource:
 * - `unchanged`: as wanted already;
 * - `changed`: changed or refreshed in this run;
 * - `will`: a plan is certain that an apply changes or refreshes it;
 * - `may`: a plan cannot know, because something before it is still to change, or because it may not look;
 * - `failed`: could not be read, changed or refreshed;
 * - `skipped`: something that it depends on failed, or the run was interrupted before its step.
 */
export type Outcome = 'unchanged' | 'changed' | 'will' | 'may' | 'failed' | 'skipped';

/** A property that was not as wanted; values are redacted and may be shown. */
export interface PropertyChange {
  readonly property: string;
  readonly from: unknown;
  readonly to: unknown;
}

/** What became of one native resource. Everything in it is redacted and may be shown. */
export interface ResourceReport {
  /** `Service[glance-api]`. */
  readonly reference: string;
  readonly type: string;
  readonly title: string;
  readonly place: Place | undefined;
  readonly outcome: Outcome;
  /** How much it matters, by its metaparameter. */
  readonly loglevel: LogLevel;
  /** What was changed or is to be; for a creation every property, for a removal `ensure` alone. */
  readonly changes: readonly PropertyChange[];
  /** It was refreshed, or is to be: 'will' where that is certain. */
  readonly refresh: 'no' | 'done' | 'will' | 'may' | 'failed';
  /** What refreshed it, as references; a refresh left over from an earlier run names what caused it then. */
  readonly refreshedBy: readonly string[];
  /** An earlier run brought it to what is wanted now, and it has changed on the host since. */
  readonly corrective: boolean;
  /** Why it failed, was skipped, or cannot be known. */
  readonly reason: string | undefined;
  /** The code of the diagnostic that it failed with; undefined if it did not fail, or if the error has no code. */
  readonly code: string | undefined;
  /** The failure that a skipped resource waits for; the change to come that keeps a plan from knowing. */
  readonly cause: string | undefined;
  /** Its `noop` forbade the change. */
  readonly noop: boolean;
  /** Milliseconds spent on reading, changing and refreshing it; of a batch, the batch's. */
  readonly duration: number;
}

/** Counts of native resources by outcome. */
export type Summary = Readonly<Record<Outcome, number>> & {
  readonly total: number;
  readonly refreshed: number;
};

/** The version of the form of events and reports. It changes when a field is removed or gets another meaning. */
export const FORMAT_VERSION = 1;

/** Which run an event or a report belongs to, and in which form it is written. */
export interface RunIdentity {
  readonly formatVersion: typeof FORMAT_VERSION;
  /** Unique for each run: a UUID. */
  readonly runId: string;
  /** The name of the host. */
  readonly host: string;
}

/** A whole run. `report.json` in the state directory has the one of the last apply. */
export interface Report extends RunIdentity {
  readonly mode: Mode;
  /** When it began, ISO 8601. */
  readonly started: string;
  /** Milliseconds. */
  readonly duration: number;
  /** Why resources were skipped though nothing failed. */
  readonly interrupted: boolean;
  /** Why it was interrupted, where it was not a signal from outside: its lock was lost, its output went nowhere. */
  readonly interruption: string | undefined;
  /** What whoever started the run has to say of it, such as output that could not be written. */
  readonly remarks: readonly string[];
  /** What went wrong in the run itself and ended it early, or could not be written at its end. */
  readonly faults: readonly string[];
  readonly summary: Summary;
  /** Every resource that is not `unchanged`, in the order in which they were finished. */
  readonly resources: readonly ResourceReport[];
}
