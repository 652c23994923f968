interface Request {
  readonly keys: ReadonlySet<string>;
  readonly grant: () => void;
}

/**
 * Locks by key, of which a request gets all or none: nobody holds one while waiting for another. Requests for a key
 * are served in the order in which they were made.
 */
export class KeyedLocks {
  readonly #held = new Set<string>();
  #waiting: readonly Request[] = [];

  /** Waits until all keys are free and takes them; gives what frees them. */
  async acquire(keys: ReadonlySet<string>): Promise<() => void> {
    await new Promise<void>((grant) => {
      this.#waiting = [...this.#waiting, { keys, grant }];
      this.#serve();
    });
    return () => {
      for (const key of keys) this.#held.delete(key);
      this.#serve();
    };
  }

  #serve(): void {
    // What an earlier request waits for is not given to a later one.
    const spoken = new Set(this.#held);
    this.#waiting = this.#waiting.filter(({ keys, grant }) => {
      const free = [...keys].every((key) => !spoken.has(key));
      for (const key of keys) spoken.add(key);
      if (!free) return true;
      for (const key of keys) this.#held.add(key);
      grant();
      return false;
    });
  }
}
