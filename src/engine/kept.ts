/** What is kept open for as long as a run takes, such as a connection: opened once, closed at the end. */
export class Kept {
  readonly #entries = new Map<string, { readonly value: Promise<unknown>; close(): Promise<void> }>();

  /** What is open under a key, or is opened now. An opening that failed is forgotten. */
  keep<T>(key: string, open: () => Promise<T>, close: (kept: T) => Promise<void>): Promise<T> {
    const known = this.#entries.get(key);
    if (known !== undefined) return known.value as Promise<T>;
    const value = open();
    this.#entries.set(key, { value, close: async () => close(await value) });
    value.catch(() => this.#entries.delete(key));
    return value;
  }

  /** Closes everything. What refuses to be closed is gone anyway, and no reason to fail. */
  async close(): Promise<void> {
    const entries = [...this.#entries.values()];
    this.#entries.clear();
    await Promise.allSettled(entries.map((entry) => entry.close()));
  }
}
