import type { Catalog } from '../catalog/catalog.js';
import type { Facts } from '../data/facts.js';
import type { Host } from '../hosts/host.js';
import type { Redactor } from '../secrets/redactor.js';
import type { RunEventBody } from './events.js';
import type { Graph } from './graph/graph.js';
import type { Limits } from './limits.js';
import type { Mode } from './report.js';
import type { Schedules } from './schedules/schedules.js';
import type { Journal } from './state/journal.js';
import type { Ledger } from './state/ledger.js';
import type { StateDirectory } from './state/state-directory.js';

/** What all parts of one run share. */
export interface RunContext {
  readonly catalog: Catalog;
  readonly graph: Graph;
  readonly host: Host;
  readonly facts: Facts;
  readonly mode: Mode;
  readonly emit: (event: RunEventBody) => void;
  readonly redactor: Redactor;
  readonly limits: Limits;
  readonly directory: StateDirectory;
  readonly journal: Journal;
  readonly ledger: Ledger;
  readonly schedules: Schedules;
  /** Aborted at the first interrupt: nothing new begins. */
  readonly stop: AbortSignal;
  /** Aborted at the second: commands are ended. */
  readonly abort: AbortSignal;
  readonly changes: ChangeCounter;
}

/** Counts the changes of the host in this run, so that what was read before one is known to be old. */
export class ChangeCounter {
  #changes = 0;

  get count(): number {
    return this.#changes;
  }

  /** Something on the host changes now, or has just changed. */
  increment(): void {
    this.#changes++;
  }
}
