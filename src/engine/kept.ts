/** What is kept open for as long as a run takes, such as a connection: opened once, closed at the end. */
export class Kept {
  readonly #entries = new Map<string, { readonly value: Promise<unknown>; close(): Promise<void> }>();

  /** What is open under a key, or is opened now. An opening that failed is forgotten. */
  keep<T>(key: string, open: () => Promise<T>, close: (kept: T) => Promise<void>): Promise<T> {
    const known = this.#entries.get(key);
    if (known !== undefined) return known.value as Promise<T>;
    const value = open();
    // Of an opening that fails whoever asked is told.
    const closed = () =>
      value.then(
        (kept) => close(kept),
        () => {},
      );
    this.#entries.set(key, { value, close: closed });
    value.catch(() => this.#entries.delete(key));
    return value;
  }

  /** Closes everything; gives why something could not be closed, by its key. That is no reason to leave the rest open. */
  async close(): Promise<ReadonlyMap<string, unknown>> {
    const entries = [...this.#entries];
    this.#entries.clear();
    const failures = new Map<string, unknown>();
    const closing = entries.map(([key, entry]) =>
      entry.close().catch((error: unknown) => void failures.set(key, error)),
    );
    await Promise.all(closing);
    return failures;
  }
}
