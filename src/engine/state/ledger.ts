import type { CatalogResource } from '../../catalog/catalog.js';
import type { Diagnostic } from '../../errors/diagnostic.js';
import { fingerprint } from './fingerprint.js';
import { type LedgerContent, type LedgerEntry, type LedgerRun, parseLedger } from './ledger-record.js';
import { SingleRecord } from './single-record.js';
import type { StateDirectory } from './state-directory.js';
import { stateFiles } from './state-files.js';

/** The number of runs whose names are recorded: each has a bit of a 32-bit integer. */
const MAX_RUNS = 30;

/**
 * The fingerprint of each resource as the last runs have applied it. It distinguishes drift (the host has changed) from
 * a new manifest (the desired state has changed). A resource of several runs is recorded once, as the last of them has
 * applied it: a change by one run is not drift to another.
 */
export class Ledger {
  readonly #entries: Map<string, LedgerEntry>;
  readonly #runs: LedgerRun[];
  /** The bit of this run. */
  readonly #bit: number;
  #modified = false;

  private constructor(
    private readonly file: SingleRecord<LedgerContent>,
    run: string,
    { entries, runs }: LedgerContent,
    /** Warnings about a ledger that could not be read. */
    readonly warnings: readonly Diagnostic[],
  ) {
    this.#entries = entries;
    this.#runs = runs;
    this.#bit = 1 << this.#findSlot(run);
  }

  /**
   * Opens the ledger as the last runs have written it.
   * @param run The name of this run.
   * @param movesUnreadable Whether a ledger that cannot be read is moved aside.
   * @throws {GlanceApplyError} `state.newer` if a newer version has written it.
   */
  static async open(directory: StateDirectory, run: string, movesUnreadable: boolean): Promise<Ledger> {
    const file = new SingleRecord(
      directory,
      stateFiles.ledger,
      parseLedger,
      'this run does not detect drift',
    );
    const { content = { entries: new Map<string, LedgerEntry>(), runs: [] }, warnings } =
      await file.read(movesUnreadable);
    return new Ledger(file, run, content, warnings);
  }

  /** Whether the last run has applied the same desired state, so that a difference is drift. */
  isDrift(resource: CatalogResource): boolean {
    const known = this.#entries.get(resource.reference);
    return known !== undefined && known.fingerprint === fingerprint(resource);
  }

  /** Records that a resource is in sync. */
  note(resource: CatalogResource): void {
    const current = fingerprint(resource);
    const known = this.#entries.get(resource.reference);
    const runs = (known?.runs ?? 0) | this.#bit;
    if (known?.fingerprint === current && known.runs === runs) return;
    this.#entries.set(resource.reference, { fingerprint: current, runs });
    this.#modified = true;
  }

  /** Removes the record of a resource: whether it is in sync is unknown. */
  forget({ reference }: CatalogResource): void {
    this.#modified = this.#entries.delete(reference) || this.#modified;
  }

  /** Writes the ledger if it has changed, without the resources that no manifest of a recorded run contains any more. */
  async close(references: ReadonlySet<string>): Promise<void> {
    for (const [reference, entry] of this.#entries) {
      if ((entry.runs & this.#bit) !== 0 && !references.has(reference)) this.#forget(reference, entry);
    }
    if (!this.#modified) return;
    const runs = this.#runs.map(({ name, used }) => [name, used]);
    const entries = [...this.#entries].flatMap(([reference, one]) => [reference, one.fingerprint, one.runs]);
    await this.file.write({ runs, entries });
  }

  /** Returns the slot of a run: its own, a free one, or that of the least recent run. */
  #findSlot(name: string): number {
    let slot = this.#runs.findIndex((run) => run.name === name);
    if (slot < 0) slot = this.#runs.length < MAX_RUNS ? this.#runs.length : this.#clearOldest();
    this.#runs[slot] = { name, used: 1 + Math.max(0, ...this.#runs.map(({ used }) => used)) };
    return slot;
  }

  #clearOldest(): number {
    const times = this.#runs.map(({ used }) => used);
    const slot = times.indexOf(Math.min(...times));
    for (const [reference, entry] of this.#entries) {
      if ((entry.runs & (1 << slot)) !== 0) this.#forget(reference, entry, 1 << slot);
    }
    return slot;
  }

  #forget(reference: string, { fingerprint: known, runs }: LedgerEntry, bit = this.#bit): void {
    const remaining = runs & ~bit;
    if (remaining === 0) this.#entries.delete(reference);
    else this.#entries.set(reference, { fingerprint: known, runs: remaining });
    this.#modified = true;
  }
}
