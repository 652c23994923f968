import type { StateDirectory } from './state-directory.js';

const FILE = 'journal.ndjson';

/**
 * Refreshes that are owed. An entry is written, and on the disk, before the change that causes it, and struck
 * out when the refresh is done: a run that dies in between leaves it to the next one.
 */
export class Journal {
  readonly #owed: Map<string, readonly string[]>;
  /** How many changes of this run each entry stands for. */
  readonly #claims = new Map<string, number>();

  private constructor(
    private readonly directory: StateDirectory,
    owed: Map<string, readonly string[]>,
  ) {
    this.#owed = owed;
    // What an earlier run left is never taken back: the change that caused it was made then.
    for (const reference of owed.keys()) this.#claims.set(reference, Number.POSITIVE_INFINITY);
  }

  /** Opens the journal, with what earlier runs left in it. */
  static async open(directory: StateDirectory): Promise<Journal> {
    const owed = new Map<string, readonly string[]>();
    for (const line of ((await directory.read(FILE)) ?? '').split('\n')) {
      const entry = parse(line);
      for (const reference of entry?.owed ?? []) owed.set(reference, entry?.because ?? []);
      for (const reference of entry?.done ?? []) owed.delete(reference);
    }
    return new Journal(directory, owed);
  }

  /** The references of the resources that are owed a refresh, each with what caused it. */
  get owed(): ReadonlyMap<string, readonly string[]> {
    return this.#owed;
  }

  /**
   * Writes down that resources will be owed a refresh by changes that are about to be made.
   * @param owing The references of the resources, each with what causes its refresh.
   */
  async owe(owing: ReadonlyMap<string, readonly string[]>): Promise<void> {
    const byCauses = new Map<string, string[]>();
    for (const [reference, because] of owing) {
      if (this.#owed.has(reference)) continue;
      const causes = JSON.stringify(because);
      const alike = byCauses.get(causes);
      if (alike === undefined) byCauses.set(causes, [reference]);
      else alike.push(reference);
    }
    const lines = [...byCauses].map(
      ([because, owed]) => `{"owed":${JSON.stringify(owed)},"because":${because}}\n`,
    );
    if (lines.length > 0) await this.directory.append(FILE, lines.join(''));
    for (const [reference, because] of owing) {
      if (!this.#owed.has(reference)) this.#owed.set(reference, because);
      this.#claims.set(reference, (this.#claims.get(reference) ?? 0) + 1);
    }
  }

  /** Takes back what `owe` announced, because the change did not come about; what others announced stays. */
  async retract(references: readonly string[]): Promise<void> {
    const free: string[] = [];
    for (const reference of references) {
      const claims = (this.#claims.get(reference) ?? 0) - 1;
      this.#claims.set(reference, claims);
      if (claims === 0) free.push(reference);
    }
    await this.strike(free);
  }

  /** Strikes out refreshes that are done. */
  async strike(references: readonly string[]): Promise<void> {
    const known = references.filter((reference) => this.#owed.has(reference));
    if (known.length === 0) return;
    await this.directory.append(FILE, `${JSON.stringify({ done: known })}\n`);
    for (const reference of known) this.#owed.delete(reference);
  }

  /** Clears the file where nothing is owed any more. */
  async close(): Promise<void> {
    if (this.#owed.size === 0) await this.directory.remove(FILE);
  }
}

interface Entry {
  readonly owed?: readonly string[];
  readonly done?: readonly string[];
  readonly because?: readonly string[];
}

/** A line that a dying run tore is left out: what it announced had not begun. */
function parse(line: string): Entry | undefined {
  try {
    return line === '' ? undefined : (JSON.parse(line) as Entry);
  } catch {
    return undefined;
  }
}
