import type { RunEvent } from '../engine/events.js';
import type { Mode, Report, RunIdentity } from '../engine/report.js';
import type { Diagnostic } from '../errors/diagnostic.js';
import type { SourceLocation } from '../errors/source-location.js';

/**
 * What became of a host in a run of a fleet:
 * - `done`: nothing failed and nothing was skipped;
 * - `incomplete`: nothing failed on it, and resources were skipped: something on another host that they depend on was
 *   not applied, or the run was interrupted;
 * - `failed`: it could not be compiled, the run on it could not take place, or a resource failed;
 * - `unreachable`: there was no connection, or it was lost;
 * - `not-attempted`: the run ended before it began on this host.
 */
export type HostOutcome = 'done' | 'incomplete' | 'failed' | 'unreachable' | 'not-attempted';

/** The result of one host. Everything in it is redacted and may be displayed. */
export interface HostResult {
  readonly host: string;
  readonly outcome: HostOutcome;
  /** Why it is not `done`, unless its report says it. */
  readonly reason: string | undefined;
  /** The errors because of which the run on it could not take place. */
  readonly diagnostics: readonly Diagnostic[];
  /** The report of the run on it; undefined if it did not take place. */
  readonly report: Report | undefined;
}

/** A resource of a host outside the run that counts as applied, because a resource of the run depends on it. */
export interface Assumption {
  /** `Service[mysql] on db01`. */
  readonly assumed: string;
  /** The resources that depend on it, with their hosts. */
  readonly for: readonly string[];
  /** Where the first of them declares the relation. */
  readonly location: SourceLocation | undefined;
}

/** The report of a run of several hosts. */
export interface FleetReport extends Omit<RunIdentity, 'host'> {
  readonly mode: Mode;
  /** When the run began, in ISO 8601. */
  readonly started: string;
  /** The duration of the run in milliseconds. */
  readonly duration: number;
  /** Whether the run was stopped, so that hosts or resources were skipped. */
  readonly interrupted: boolean;
  /** Why the run was stopped, unless by a signal. */
  readonly interruption: string | undefined;
  /** Every host of the run, in the order of the inventory. */
  readonly hosts: readonly HostResult[];
  readonly assumptions: readonly Assumption[];
}

/** An event of a fleet about one of its hosts. */
export type HostEventBody =
  /** The run on a host begins: a connection is opened. */
  | { readonly type: 'host-started' }
  /** The host waits for resources of other hosts and has nothing else to do, or goes on. */
  | { readonly type: 'host-waiting'; readonly waiting: boolean }
  | { readonly type: 'host-finished'; readonly result: HostResult };

/** An event of a run of a fleet: those of the runs on its hosts, and those about hosts. */
export type FleetEvent =
  | RunEvent
  | (RunIdentity & HostEventBody)
  | (Omit<RunIdentity, 'host'> & { readonly type: 'fleet-finished'; readonly report: FleetReport });

/** Receives the events of a run of a fleet. It must not throw. */
export type FleetListener = (event: FleetEvent) => void;
