import type { CatalogResource } from '../../catalog/catalog.js';
import { type Diagnostic, warning } from '../../errors/diagnostic.js';
import { raise } from '../../errors/glance-apply-error.js';
import { fingerprint } from './fingerprint.js';
import { type JournalRecord, parseJournalRecord } from './journal-record.js';
import { RecordLog, type UnreadableLine } from './record-log.js';
import type { StateDirectory } from './state-directory.js';
import { asideName, stateFiles } from './state-files.js';

const FILE = stateFiles.journal;
/** Where lines are kept that could not be read. */
const ASIDE = asideName(FILE);

/** A refresh that was noted and is not done. */
interface Pending {
  readonly because: readonly string[];
  /** The fingerprint of the resource when it was noted. */
  readonly wants: string | undefined;
}

/** Pending refreshes by reference. */
type PendingByReference = Map<string, Pending>;

/** Refreshes that are pending of another run, and are not this one's to make. */
export interface PendingElsewhere {
  /** The name of the run. */
  readonly run: string;
  readonly references: readonly string[];
}

/**
 * The pending refreshes of a host. One is noted, and on the disk, before the change that causes it, and struck out
 * when it is done: a run that dies in between leaves it to the next one of its name. A run of another name makes it
 * only where it wants the very same of the resource. What was noted before runs had names is made by any.
 */
export class Journal {
  /** By the name of the run that noted them; undefined for none. */
  readonly #pending: Map<string | undefined, PendingByReference>;
  /** How many changes of this run each pending refresh stands for. */
  readonly #claims = new Map<string, number>();
  /** Whether the file says more than what is pending. */
  #grown: boolean;
  /** Done when the last entry that was asked for has been written. */
  #written: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly log: RecordLog<JournalRecord>,
    private readonly run: string,
    records: readonly JournalRecord[],
    /** What could not be read. */
    readonly warnings: readonly Diagnostic[],
  ) {
    this.#pending = pendingOf(records);
    this.#grown = records.length > 0;
    // What an earlier run left is never withdrawn: the change that caused it was made then.
    for (const reference of this.#own.keys()) this.#claims.set(reference, Number.POSITIVE_INFINITY);
  }

  /**
   * Opens the journal, with what earlier runs left in it.
   * @param run The name of this run.
   * @param cleans Whether what cannot be read is put aside.
   * @throws {GlanceApplyError} `state.newer` where a newer version has written it.
   */
  static async open(directory: StateDirectory, run: string, cleans: boolean): Promise<Journal> {
    const log = new RecordLog(directory, FILE, parseJournalRecord);
    const { records, unreadable } = await log.read();
    const newer = unreadable.find((line) => line.newer);
    if (newer !== undefined) {
      return raise('state.newer', `${directory.file(FILE)}:${newer.line} cannot be read: ${newer.why}`, {
        hint: 'run that version, or remove the line: the refreshes that it notes will not be made then',
      });
    }
    const warnings = unreadable.map((line) => unreadableWarning(directory, line, cleans));
    const journal = new Journal(log, run, records, warnings);
    if (cleans && unreadable.length > 0) {
      await directory.append(ASIDE, unreadable.map(({ text }) => `${text}\n`).join(''));
      await journal.#compact();
    }
    return journal;
  }

  /**
   * What a refresh follows from that an earlier run has left pending, as references; undefined where it has left none.
   */
  pendingFor(resource: CatalogResource): readonly string[] | undefined {
    if (this.#pending.size === 0) return undefined;
    for (const run of this.#runsWith(resource)) {
      const left = run !== this.run || this.#claims.get(resource.reference) === Number.POSITIVE_INFINITY;
      if (left) return this.#of(run).get(resource.reference)?.because;
    }
    return undefined;
  }

  /** The pending refreshes of this run's own name, by reference, whatever the catalog has. */
  get own(): readonly string[] {
    return [...this.#own.keys()];
  }

  /** Those which a run of these resources leaves to runs of other names. */
  elsewhere(resources: readonly CatalogResource[]): readonly PendingElsewhere[] {
    const mine = new Map(resources.map((resource) => [resource.reference, resource]));
    const others = [...this.#pending].flatMap(([run, pending]) => {
      if (run === undefined || run === this.run) return [];
      const references = [...pending]
        .filter(([reference, { wants }]) => {
          const resource = mine.get(reference);
          return resource === undefined || wants !== fingerprint(resource);
        })
        .map(([reference]) => reference);
      return references.length === 0 ? [] : [{ run, references }];
    });
    return others;
  }

  /**
   * Notes refreshes that will be pending by changes that are about to be made.
   * @param refreshes The resources, each with what causes its refresh, as references.
   */
  note(refreshes: ReadonlyMap<CatalogResource, readonly string[]>): Promise<void> {
    return this.#inTurn(() => this.#note(refreshes));
  }

  async #note(refreshes: ReadonlyMap<CatalogResource, readonly string[]>): Promise<void> {
    const fresh: PendingByReference = new Map();
    for (const [resource, because] of refreshes) {
      if (!this.#own.has(resource.reference))
        fresh.set(resource.reference, { because, wants: fingerprint(resource) });
    }
    if (fresh.size > 0) {
      this.#grown = true;
      await this.log.append(recordsOf(this.run, fresh));
    }
    const own = this.#own;
    for (const [reference, pending] of fresh) own.set(reference, pending);
    this.#pending.set(this.run, own);
    for (const { reference } of refreshes.keys())
      this.#claims.set(reference, (this.#claims.get(reference) ?? 0) + 1);
  }

  /** Takes back what `note` announced, because the change did not come about; what others announced stays. */
  withdraw(references: readonly string[]): Promise<void> {
    return this.#inTurn(async () => {
      const free: string[] = [];
      for (const reference of references) {
        const claims = (this.#claims.get(reference) ?? 0) - 1;
        this.#claims.set(reference, claims);
        if (claims === 0) free.push(reference);
      }
      await this.#strike(this.run, free);
    });
  }

  /** Strikes out the refresh of a resource, which is done. */
  done(resource: CatalogResource): Promise<void> {
    return this.#inTurn(async () => {
      for (const run of [...this.#runsWith(resource)]) await this.#strike(run, [resource.reference]);
    });
  }

  /** Strikes out refreshes of this run's own name that nobody will make. */
  drop(references: readonly string[]): Promise<void> {
    return this.#inTurn(() => this.#strike(this.run, references));
  }

  /** Leaves in the file what is pending, and nothing else. */
  close(): Promise<void> {
    return this.#inTurn(async () => {
      if (this.#grown) await this.#compact();
    });
  }

  get #own(): PendingByReference {
    return this.#of(this.run);
  }

  #of(run: string | undefined): PendingByReference {
    return this.#pending.get(run) ?? new Map<string, Pending>();
  }

  /** The names of the runs whose pending refresh of a resource is this run's to make. */
  *#runsWith(resource: CatalogResource): Iterable<string | undefined> {
    const { reference } = resource;
    for (const [run, pending] of this.#pending) {
      const found = pending.get(reference);
      if (found === undefined) continue;
      if (run === this.run || run === undefined || found.wants === fingerprint(resource)) yield run;
    }
  }

  /**
   * One entry after the other. What is being struck out counts as pending until that is on the disk: a change that
   * announced the same refresh meanwhile would rely on an entry that is about to go.
   */
  #inTurn(write: () => Promise<void>): Promise<void> {
    const written = this.#written.then(write);
    this.#written = written.catch(() => undefined);
    return written;
  }

  async #strike(run: string | undefined, references: readonly string[]): Promise<void> {
    const pending = this.#of(run);
    const known = references.filter((reference) => pending.has(reference));
    if (known.length === 0) return;
    this.#grown = true;
    await this.log.append([{ run, done: known }]);
    for (const reference of known) pending.delete(reference);
  }

  async #compact(): Promise<void> {
    const records = [...this.#pending].flatMap(([run, pending]) => recordsOf(run, pending));
    if (records.length === 0) await this.log.remove();
    else await this.log.replace(records);
    this.#grown = false;
  }
}

function pendingOf(records: readonly JournalRecord[]): Map<string | undefined, PendingByReference> {
  const all = new Map<string | undefined, PendingByReference>();
  for (const record of records) {
    const pending = all.get(record.run) ?? new Map<string, Pending>();
    all.set(record.run, pending);
    if ('done' in record) for (const reference of record.done) pending.delete(reference);
    else
      for (const [reference, wants] of record.pending)
        pending.set(reference, { because: record.because, wants });
  }
  return all;
}

/** Records that note refreshes, one for all that have the same causes. */
function recordsOf(run: string | undefined, refreshes: PendingByReference): JournalRecord[] {
  const byCauses = new Map<string, { because: readonly string[]; pending: [string, string | undefined][] }>();
  for (const [reference, { because, wants }] of refreshes) {
    const causes = JSON.stringify(because);
    const alike = byCauses.get(causes);
    if (alike === undefined) byCauses.set(causes, { because, pending: [[reference, wants]] });
    else alike.pending.push([reference, wants]);
  }
  return [...byCauses.values()].map(({ because, pending }) => ({ run, pending, because }));
}

function unreadableWarning(
  directory: StateDirectory,
  { line, why }: UnreadableLine,
  cleans: boolean,
): Diagnostic {
  const fate = cleans ? `the line is kept in ${directory.file(ASIDE)}; ` : '';
  return warning('state.unreadable', `${directory.file(FILE)}:${line} cannot be read: ${why}`, {
    hint: `${fate}a refresh that it noted will not be made: restart what may need it`,
  });
}
