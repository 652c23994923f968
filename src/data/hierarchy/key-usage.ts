/** The keys that have been looked up, by manifests or by the values of other keys. */
export class KeyUsage {
  readonly #used = new Set<string>();
  /** The keys that each value being evaluated has referred to so far. */
  readonly #needs: Set<string>[] = [];
  #isRecording = true;

  has(key: string): boolean {
    return this.#used.has(key);
  }

  note(key: string): void {
    if (this.#isRecording) this.#used.add(key);
    this.#needs.at(-1)?.add(key);
  }

  /** Does work that does not count as use: checks and explanations. */
  withoutRecording<T>(work: () => T): T {
    this.#isRecording = false;
    try {
      return work();
    } finally {
      this.#isRecording = true;
    }
  }

  /** Does work, and also returns the keys that are noted meanwhile. */
  collect<T>(work: () => T): { readonly result: T; readonly needs: ReadonlySet<string> } {
    const needs = new Set<string>();
    this.#needs.push(needs);
    try {
      return { result: work(), needs };
    } finally {
      this.#needs.pop();
    }
  }
}
