/** Shared resources that a run opens once and closes at its end, such as connections. */
export class ResourcePool {
  readonly #entries = new Map<string, { readonly value: Promise<unknown>; close(): Promise<void> }>();

  /** Returns what is open under a key, or opens it. A failed attempt is not cached. */
  acquire<T>(key: string, open: () => Promise<T>, close: (opened: T) => Promise<void>): Promise<T> {
    const known = this.#entries.get(key);
    if (known !== undefined) return known.value as Promise<T>;
    const value = open();
    // The caller receives the error of a failed attempt.
    const closed = () =>
      value.then(
        (opened) => close(opened),
        () => {},
      );
    this.#entries.set(key, { value, close: closed });
    value.catch(() => this.#entries.delete(key));
    return value;
  }

  /** Closes everything, even if some of it fails. Returns the errors by key. */
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
