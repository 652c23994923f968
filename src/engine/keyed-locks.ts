interface Request {
  readonly keys: ReadonlySet<string>;
  readonly grant: () => void;
}

/**
 * Locks by key. A request acquires all its keys or none, so that no task holds one while it waits for another. Requests
 * for a key are granted in the order in which they were made.
 */
export class KeyedLocks {
  readonly #held = new Set<string>();
  #waiting: readonly Request[] = [];

  /** Waits until all keys are free and acquires them. Returns the function that releases them. */
  async acquire(keys: ReadonlySet<string>): Promise<() => void> {
    await new Promise<void>((grant) => {
      this.#waiting = [...this.#waiting, { keys, grant }];
      this.#grantRequests();
    });
    return () => {
      for (const key of keys) this.#held.delete(key);
      this.#grantRequests();
    };
  }

  #grantRequests(): void {
    // A key that an earlier request waits for is not granted to a later one.
    const unavailable = new Set(this.#held);
    this.#waiting = this.#waiting.filter(({ keys, grant }) => {
      const canGrant = [...keys].every((key) => !unavailable.has(key));
      for (const key of keys) unavailable.add(key);
      if (!canGrant) return true;
      for (const key of keys) this.#held.add(key);
      grant();
      return false;
    });
  }
}
