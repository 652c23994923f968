import type { CatalogResource } from '../../catalog/catalog.js';
import { type Diagnostic, warning } from '../../errors/diagnostic.js';
import { raise } from '../../errors/glance-apply-error.js';
import { fingerprint } from './fingerprint.js';
import { type LedgerContent, type LedgerEntry, type LedgerRun, parseLedger } from './ledger-record.js';
import { decodeRecord, encodeRecord } from './record.js';
import type { StateDirectory } from './state-directory.js';

const FILE = 'ledger.json';
/** Where a ledger is kept that could not be read. */
const ASIDE = 'ledger.unreadable';

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
    private readonly directory: StateDirectory,
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
    const text = await directory.read(FILE);
    if (text === undefined) return new Ledger(directory, run, { entries: new Map(), runs: [] }, []);
    const found = decodeRecord(text.trimEnd());
    const content = 'why' in found ? undefined : parseLedger(found.record);
    if (content !== undefined) return new Ledger(directory, run, content, []);
    const why = 'why' in found ? found.why : 'it is not a ledger';
    if ('newer' in found) {
      return raise('state.newer', `${directory.file(FILE)} cannot be read: ${why}`, {
        hint: 'run that version, or remove the file: it only tells drift from a new manifest',
      });
    }
    if (cleans) await directory.write(ASIDE, text);
    const kept = cleans ? `, and kept as ${directory.file(ASIDE)}` : '';
    const problem = warning('state.unreadable', `${directory.file(FILE)} cannot be read: ${why}`, {
      hint: `a new one is started${kept}: what has changed on the host is not told as drift this time`,
    });
    return new Ledger(directory, run, { entries: new Map(), runs: [] }, [problem]);
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
    await this.directory.write(FILE, `${encodeRecord({ runs, entries })}\n`);
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
