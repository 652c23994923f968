import { isHash } from '../../data/is-hash.js';
import { type Diagnostic, warning } from '../../errors/diagnostic.js';
import { raise } from '../../errors/glance-apply-error.js';
import { RecordLog } from './record-log.js';
import type { StateDirectory } from './state-directory.js';
import { asideName, stateFiles } from './state-files.js';

const FILE = stateFiles.outbox;

/** A resource on another host that a change on this host refreshes. */
export interface OutboxEntry {
  readonly host: string;
  /** A native resource, or a container all of whose contents are refreshed. */
  readonly reference: string;
  /** The resources that caused the refresh, with their hosts. */
  readonly because: readonly string[];
}

type OutboxRecord = { readonly run: string } & (
  | OutboxEntry
  | { readonly host: string; readonly delivered: readonly string[] }
);

/**
 * The refreshes of resources on other hosts that could not be recorded there before the change on this host that causes
 * them: the other host was unreachable, locked, or not part of the run. The next run that includes both hosts delivers
 * them.
 */
export class Outbox {
  /** By the name of the run, and by host and reference. */
  readonly #entries = new Map<string, Map<string, OutboxEntry>>();
  /** How many changes of this run rely on an entry; infinite for entries of earlier runs. */
  readonly #claims = new Map<string, number>();
  #modified = false;
  #written: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly log: RecordLog<OutboxRecord>,
    private readonly run: string,
    records: readonly OutboxRecord[],
    /** Warnings about lines that could not be read. */
    readonly warnings: readonly Diagnostic[],
  ) {
    for (const record of records) {
      const entries = this.#of(record.run);
      if ('reference' in record) entries.set(keyOf(record.host, record.reference), toEntry(record));
      else for (const reference of record.delivered) entries.delete(keyOf(record.host, reference));
    }
    for (const key of this.#of(run).keys()) this.#claims.set(key, Number.POSITIVE_INFINITY);
    this.#modified = records.length > 0;
  }

  /**
   * Opens the outbox as the last runs have left it.
   * @param run The name of this run.
   * @param movesUnreadable Whether lines that cannot be read are moved aside.
   * @throws {GlanceApplyError} `state.newer` if a newer version has written a line.
   */
  static async open(directory: StateDirectory, run: string, movesUnreadable: boolean): Promise<Outbox> {
    const log = new RecordLog(directory, FILE, parseRecord);
    const { records, unreadable } = await log.read();
    const lead = (line: number, why: string) => `${directory.file(FILE)}:${line} cannot be read: ${why}`;
    const newer = unreadable.find((line) => line.newer);
    if (newer !== undefined) {
      return raise('state.newer', lead(newer.line, newer.why), {
        hint: 'run that version, or remove the line, and the refreshes that it notes will not be made',
      });
    }
    const hint =
      'a refresh on another host that it noted will not be made: restart the services that may need it';
    const warnings = unreadable.map(({ line, why }) =>
      warning('state.unreadable', lead(line, why), { hint }),
    );
    const outbox = new Outbox(log, run, records, warnings);
    if (movesUnreadable && unreadable.length > 0) {
      await directory.append(asideName(FILE), unreadable.map(({ text }) => `${text}\n`).join(''));
      await outbox.#compact();
    }
    return outbox;
  }

  /** The entries of this run's name. */
  get entries(): readonly OutboxEntry[] {
    return [...this.#of(this.run).values()];
  }

  /** Records a refresh that a change is about to cause. */
  note(entry: OutboxEntry): Promise<void> {
    const key = keyOf(entry.host, entry.reference);
    return this.#enqueue(async () => {
      if (!this.#of(this.run).has(key)) {
        this.#modified = true;
        await this.log.append([{ run: this.run, ...entry }]);
        this.#of(this.run).set(key, entry);
      }
      this.#claims.set(key, (this.#claims.get(key) ?? 0) + 1);
    });
  }

  /** Withdraws what `note` has recorded, because the change was not made. */
  withdraw({ host, reference }: OutboxEntry): Promise<void> {
    const key = keyOf(host, reference);
    return this.#enqueue(async () => {
      const claims = (this.#claims.get(key) ?? 0) - 1;
      this.#claims.set(key, claims);
      if (claims === 0) await this.#remove(host, [reference]);
    });
  }

  /** Removes entries that the other host has recorded, or that no run will deliver. */
  remove(host: string, references: readonly string[]): Promise<void> {
    return this.#enqueue(() => this.#remove(host, references));
  }

  /** Rewrites the file so that it contains only what has yet to be delivered. */
  close(): Promise<void> {
    return this.#enqueue(async () => {
      if (this.#modified) await this.#compact();
    });
  }

  #of(run: string): Map<string, OutboxEntry> {
    let entries = this.#entries.get(run);
    if (entries === undefined) {
      entries = new Map();
      this.#entries.set(run, entries);
    }
    return entries;
  }

  /** Writes records one after the other. */
  #enqueue(write: () => Promise<void>): Promise<void> {
    const written = this.#written.then(write);
    this.#written = written.catch(() => undefined);
    return written;
  }

  async #remove(host: string, references: readonly string[]): Promise<void> {
    const entries = this.#of(this.run);
    const known = references.filter((reference) => entries.has(keyOf(host, reference)));
    if (known.length === 0) return;
    this.#modified = true;
    await this.log.append([{ run: this.run, host, delivered: known }]);
    for (const reference of known) entries.delete(keyOf(host, reference));
  }

  async #compact(): Promise<void> {
    const records = [...this.#entries].flatMap(([run, entries]) =>
      [...entries.values()].map((entry): OutboxRecord => ({ run, ...entry })),
    );
    if (records.length === 0) await this.log.remove();
    else await this.log.replace(records);
    this.#modified = false;
  }
}

function keyOf(host: string, reference: string): string {
  return JSON.stringify([host, reference]);
}

function toEntry({ host, reference, because }: OutboxEntry): OutboxEntry {
  return { host, reference, because };
}

function parseRecord(value: unknown): OutboxRecord | undefined {
  if (!isHash(value)) return undefined;
  const { run, host, reference, because, delivered } = value;
  if (typeof run !== 'string' || typeof host !== 'string') return undefined;
  if (isStringArray(delivered)) return { run, host, delivered };
  if (typeof reference !== 'string' || !isStringArray(because)) return undefined;
  return { run, host, reference, because };
}

function isStringArray(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}
