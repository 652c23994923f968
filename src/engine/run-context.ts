import type { Catalog } from '../catalog/catalog.js';
import type { Facts } from '../data/facts.js';
import type { Host } from '../hosts/host.js';
import type { Redactor } from '../secrets/redactor.js';
import type { ChangeCounter } from './change-counter.js';
import type { RunEventBody } from './events.js';
import type { HostGates } from './gates/host-gates.js';
import type { Graph } from './graph/graph.js';
import type { Limits } from './limits.js';
import type { Mode } from './report.js';
import type { Schedules } from './schedules/schedules.js';
import type { Journal } from './state/journal.js';
import type { Ledger } from './state/ledger.js';
import type { StateDirectory } from './state/state-directory.js';

/** What all parts of a run share. */
export interface RunContext {
  readonly catalog: Catalog;
  readonly graph: Graph;
  readonly host: Host;
  /** The name of the host in messages. */
  readonly hostName: string;
  /** The relations with resources on other hosts. */
  readonly gates: HostGates;
  readonly facts: Facts;
  readonly mode: Mode;
  readonly emit: (event: RunEventBody) => void;
  readonly redactor: Redactor;
  readonly limits: Limits;
  readonly directory: StateDirectory;
  readonly journal: Journal;
  readonly ledger: Ledger;
  readonly schedules: Schedules;
  /** Aborted at the first interrupt: no further step begins. */
  readonly stop: AbortSignal;
  /** Aborted at the second interrupt: running commands are killed. */
  readonly abort: AbortSignal;
  readonly changes: ChangeCounter;
}
