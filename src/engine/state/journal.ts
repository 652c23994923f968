import type { CatalogResource } from '../../catalog/catalog.js';
import { type Diagnostic, warning } from '../../errors/diagnostic.js';
import { raise } from '../../errors/glance-apply-error.js';
import { fingerprint } from './fingerprint.js';
import { type JournalRecord, parseJournalRecord } from './journal-record.js';
import { RecordLog, type UnreadableLine } from './record-log.js';
import type { StateDirectory } from './state-directory.js';
import { asideName, stateFiles } from './state-files.js';

const FILE = stateFiles.journal;
/** The file to which lines that cannot be read are moved. */
const ASIDE = asideName(FILE);

/** A refresh that was noted and has not been made. */
interface Pending {
  readonly because: readonly string[];
  /** The fingerprint of the resource when it was noted. */
  readonly wants: string | undefined;
}

/** Pending refreshes by reference. */
type PendingByReference = Map<string, Pending>;

/** Pending refreshes of another run, which this run does not make. */
export interface PendingElsewhere {
  /** The name of the run. */
  readonly run: string;
  readonly references: readonly string[];
}

/**
 * The pending refreshes of a host. A refresh is noted, and on the disk, before the change that causes it, and removed
 * when it has been made: a run that is killed in between leaves it to the next run of its name. A run of another name
 * makes it only if the desired state of the resource is the same. Refreshes from before runs had names are made by any.
 */
export class Journal {
  /** By the name of the run that noted them; undefined for none. */
  readonly #pending: Map<string | undefined, PendingByReference>;
  /** The number of changes of this run that each pending refresh is noted for. */
  readonly #claims = new Map<string, number>();
  /** Whether the file contains more than what is pending. */
  #grown: boolean;
  /** Resolves when the last requested entry has been written. */
  #written: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly log: RecordLog<JournalRecord>,
    private readonly run: string,
    records: readonly JournalRecord[],
    /** Warnings about lines that could not be read. */
    readonly warnings: readonly Diagnostic[],
  ) {
    this.#pending = replayRecords(records);
    this.#grown = records.length > 0;
    // A refresh of an earlier run is never withdrawn: the change that caused it was made.
    for (const reference of this.#own.keys()) this.#claims.set(reference, Number.POSITIVE_INFINITY);
  }

  /**
   * Opens the journal, with the pending refreshes of earlier runs.
   * @param run The name of this run.
   * @param movesUnreadable Whether lines that cannot be read are moved aside.
   * @throws {GlanceApplyError} `state.newer` if a newer version has written a line.
   */
  static async open(directory: StateDirectory, run: string, movesUnreadable: boolean): Promise<Journal> {
    const log = new RecordLog(directory, FILE, parseJournalRecord);
    const { records, unreadable } = await log.read();
    const newer = unreadable.find((line) => line.newer);
    if (newer !== undefined) {
      return raise('state.newer', `${directory.file(FILE)}:${newer.line} cannot be read: ${newer.why}`, {
        hint: 'run that version, or remove the line, and the refreshes that it notes will not be made',
      });
    }
    const warnings = unreadable.map((line) => unreadableWarning(directory, line, movesUnreadable));
    const journal = new Journal(log, run, records, warnings);
    if (movesUnreadable && unreadable.length > 0) {
      await directory.append(ASIDE, unreadable.map(({ text }) => `${text}\n`).join(''));
      await journal.#compact();
    }
    return journal;
  }

  /**
   * Returns the causes of a refresh that an earlier run has left pending, as references; undefined if there is none.
   */
  pendingFor(resource: CatalogResource): readonly string[] | undefined {
    if (this.#pending.size === 0) return undefined;
    for (const run of this.#runsWith(resource)) {
      const isOfEarlierRun =
        run !== this.run || this.#claims.get(resource.reference) === Number.POSITIVE_INFINITY;
      if (isOfEarlierRun) return this.#of(run).get(resource.reference)?.because;
    }
    return undefined;
  }

  /** References of the pending refreshes of this run's name, whether or not the catalog contains the resources. */
  get own(): readonly string[] {
    return [...this.#own.keys()];
  }

  /** Returns the pending refreshes that a run of these resources leaves to runs of other names. */
  pendingElsewhere(resources: readonly CatalogResource[]): readonly PendingElsewhere[] {
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
   * Notes refreshes that changes are about to cause.
   * @param refreshes The resources to refresh, each with the references of its causes.
   */
  note(refreshes: ReadonlyMap<CatalogResource, readonly string[]>): Promise<void> {
    return this.#enqueue(() => this.#note(refreshes));
  }

  async #note(refreshes: ReadonlyMap<CatalogResource, readonly string[]>, writes = true): Promise<void> {
    const fresh: PendingByReference = new Map();
    for (const [resource, because] of refreshes) {
      if (!this.#own.has(resource.reference))
        fresh.set(resource.reference, { because, wants: fingerprint(resource) });
    }
    if (fresh.size > 0 && writes) {
      this.#grown = true;
      await this.log.append(toRecords(this.run, fresh));
    }
    const own = this.#own;
    for (const [reference, pending] of fresh) own.set(reference, pending);
    this.#pending.set(this.run, own);
    for (const { reference } of refreshes.keys())
      this.#claims.set(reference, (this.#claims.get(reference) ?? 0) + 1);
  }

  /**
   * Notes refreshes that changes of earlier runs on other hosts have caused, as if this run's predecessor had left them.
   * @param writes Whether they are written to the disk; a plan only takes them into account.
   */
  adopt(refreshes: ReadonlyMap<CatalogResource, readonly string[]>, writes: boolean): Promise<void> {
    return this.#enqueue(async () => {
      await this.#note(refreshes, writes);
      for (const { reference } of refreshes.keys()) this.#claims.set(reference, Number.POSITIVE_INFINITY);
    });
  }

  /** Withdraws what `note` has noted, because the change was not made; what other changes have noted stays. */
  withdraw(references: readonly string[]): Promise<void> {
    return this.#enqueue(async () => {
      const free: string[] = [];
      for (const reference of references) {
        const claims = (this.#claims.get(reference) ?? 0) - 1;
        this.#claims.set(reference, claims);
        if (claims === 0) free.push(reference);
      }
      await this.#remove(this.run, free);
    });
  }

  /** Removes the refresh of a resource, which has been made. */
  markDone(resource: CatalogResource): Promise<void> {
    return this.#enqueue(async () => {
      for (const run of [...this.#runsWith(resource)]) await this.#remove(run, [resource.reference]);
    });
  }

  /** Removes refreshes of this run's name that no run will make. */
  drop(references: readonly string[]): Promise<void> {
    return this.#enqueue(() => this.#remove(this.run, references));
  }

  /** Rewrites the file so that it contains only what is pending. */
  close(): Promise<void> {
    return this.#enqueue(async () => {
      if (this.#grown) await this.#compact();
    });
  }

  get #own(): PendingByReference {
    return this.#of(this.run);
  }

  #of(run: string | undefined): PendingByReference {
    return this.#pending.get(run) ?? new Map<string, Pending>();
  }

  /** Yields the names of the runs whose pending refresh of a resource this run makes. */
  *#runsWith(resource: CatalogResource): Iterable<string | undefined> {
    const { reference } = resource;
    for (const [run, pending] of this.#pending) {
      const found = pending.get(reference);
      if (found === undefined) continue;
      if (run === this.run || run === undefined || found.wants === fingerprint(resource)) yield run;
    }
  }

  /**
   * Writes entries one after the other. A refresh that is being removed counts as pending until the removal is on the
   * disk: a change that notes the same refresh in the meantime would rely on an entry that is about to be removed.
   */
  #enqueue(write: () => Promise<void>): Promise<void> {
    const written = this.#written.then(write);
    this.#written = written.catch(() => undefined);
    return written;
  }

  async #remove(run: string | undefined, references: readonly string[]): Promise<void> {
    const pending = this.#of(run);
    const known = references.filter((reference) => pending.has(reference));
    if (known.length === 0) return;
    this.#grown = true;
    await this.log.append([{ run, done: known }]);
    for (const reference of known) pending.delete(reference);
  }

  async #compact(): Promise<void> {
    const records = [...this.#pending].flatMap(([run, pending]) => toRecords(run, pending));
    if (records.length === 0) await this.log.remove();
    else await this.log.replace(records);
    this.#grown = false;
  }
}

function replayRecords(records: readonly JournalRecord[]): Map<string | undefined, PendingByReference> {
  const byRun = new Map<string | undefined, PendingByReference>();
  for (const record of records) {
    const pending = byRun.get(record.run) ?? new Map<string, Pending>();
    byRun.set(record.run, pending);
    if ('done' in record) for (const reference of record.done) pending.delete(reference);
    else
      for (const [reference, wants] of record.pending)
        pending.set(reference, { because: record.because, wants });
  }
  return byRun;
}

/** Returns records that note refreshes, one per set of causes. */
function toRecords(run: string | undefined, refreshes: PendingByReference): JournalRecord[] {
  const byCauses = new Map<string, { because: readonly string[]; pending: [string, string | undefined][] }>();
  for (const [reference, { because, wants }] of refreshes) {
    const causes = JSON.stringify(because);
    const known = byCauses.get(causes);
    if (known === undefined) byCauses.set(causes, { because, pending: [[reference, wants]] });
    else known.pending.push([reference, wants]);
  }
  return [...byCauses.values()].map(({ because, pending }) => ({ run, pending, because }));
}

function unreadableWarning(
  directory: StateDirectory,
  { line, why }: UnreadableLine,
  movesUnreadable: boolean,
): Diagnostic {
  const moved = movesUnreadable ? `the line was moved to ${directory.file(ASIDE)}; ` : '';
  return warning('state.unreadable', `${directory.file(FILE)}:${line} cannot be read: ${why}`, {
    hint: `${moved}a refresh that it noted will not be made: restart the services that may need it`,
  });
}
