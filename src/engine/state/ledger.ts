import type { CatalogResource } from '../../catalog/catalog.js';
import type { Diagnostic } from '../../errors/diagnostic.js';
import { fingerprint } from './fingerprint.js';
import { type LedgerContent, type LedgerEntry, type LedgerRun, parseLedger } from './ledger-record.js';
import { SingleRecord } from './single-record.js';
import type { StateDirectory } from './state-directory.js';
import { stateFiles } from './state-files.js';

/** The names of so many runs are remembered: as many bits as a number has to spare. */
const MOST_RUNS = 30;

/**
 * What the last runs brought about: for each resource a fingerprint of what was wanted of it. It tells drift
 * (the host has changed) from a new manifest (somebody changed what is wanted). What several runs have in common is
 * remembered once, as the last of them left it: what one run changes is no drift to another.
 */
export class Ledger {
  readonly #entries: Map<string, LedgerEntry>;
  readonly #runs: LedgerRun[];
  /** The bit of this run. */
  readonly #bit: number;
  #altered = false;

  private constructor(
    private readonly file: SingleRecord<LedgerContent>,
    run: string,
    { entries, runs }: LedgerContent,
    /** What could not be read. */
    readonly warnings: readonly Diagnostic[],
  ) {
    this.#entries = entries;
    this.#runs = runs;
    this.#bit = 1 << this.#seat(run);
  }

  /**
   * Opens the ledger as the last runs left it.
   * @param run The name of this run.
   * @param cleans Whether a ledger that cannot be read is put aside.
   * @throws {GlanceApplyError} `state.newer` where a newer version has written it.
   */
  static async open(directory: StateDirectory, run: string, cleans: boolean): Promise<Ledger> {
    const file = new SingleRecord(
      directory,
      stateFiles.ledger,
      parseLedger,
      'drift is not told from a new manifest this time',
    );
    const { content = { entries: new Map<string, LedgerEntry>(), runs: [] }, warnings } =
      await file.read(cleans);
    return new Ledger(file, run, content, warnings);
  }

  /** Whether the resource was last brought to just what is wanted now, so that a difference is drift. */
  isDrift(resource: CatalogResource): boolean {
    const known = this.#entries.get(resource.reference);
    return known !== undefined && known.fingerprint === fingerprint(resource);
  }

  /** Notes that a resource is as wanted. */
  note(resource: CatalogResource): void {
    const current = fingerprint(resource);
    const known = this.#entries.get(resource.reference);
    const runs = (known?.runs ?? 0) | this.#bit;
    if (known?.fingerprint === current && known.runs === runs) return;
    this.#entries.set(resource.reference, { fingerprint: current, runs });
    this.#altered = true;
  }

  /** Forgets a resource: whether it is as wanted is not known. */
  forget({ reference }: CatalogResource): void {
    this.#altered = this.#entries.delete(reference) || this.#altered;
  }

  /** Writes it down where it changed; resources that left the manifest of every run leave the ledger. */
  async close(references: ReadonlySet<string>): Promise<void> {
    for (const [reference, entry] of this.#entries) {
      if ((entry.runs & this.#bit) !== 0 && !references.has(reference)) this.#forget(reference, entry);
    }
    if (!this.#altered) return;
    const runs = this.#runs.map(({ name, used }) => [name, used]);
    const entries = [...this.#entries].flatMap(([reference, one]) => [reference, one.fingerprint, one.runs]);
    await this.file.write({ runs, entries });
  }

  /** The seat of a run among those that are remembered: its own, a free one, or that of the one which is longest ago. */
  #seat(name: string): number {
    let seat = this.#runs.findIndex((run) => run.name === name);
    if (seat < 0) seat = this.#runs.length < MOST_RUNS ? this.#runs.length : this.#clearOldest();
    this.#runs[seat] = { name, used: 1 + Math.max(0, ...this.#runs.map(({ used }) => used)) };
    return seat;
  }

  #clearOldest(): number {
    const times = this.#runs.map(({ used }) => used);
    const seat = times.indexOf(Math.min(...times));
    for (const [reference, entry] of this.#entries) {
      if ((entry.runs & (1 << seat)) !== 0) this.#forget(reference, entry, 1 << seat);
    }
    return seat;
  }

  #forget(reference: string, { fingerprint: known, runs }: LedgerEntry, bit = this.#bit): void {
    const left = runs & ~bit;
    if (left === 0) this.#entries.delete(reference);
    else this.#entries.set(reference, { fingerprint: known, runs: left });
    this.#altered = true;
  }
}
