/** A time limit that stands still while a person is asked something. */
export class Deadline {
  readonly #controller = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #remaining: number;
  #since = 0;
  #pauses = 0;

  constructor(
    /** The limit. */
    readonly seconds: number,
  ) {
    this.#remaining = seconds * 1000;
    this.#start();
  }

  /** Aborted when the time is up. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Waits for a person, without counting the time. */
  async pause<T>(answer: () => Promise<T>): Promise<T> {
    this.#pauses += 1;
    if (this.#pauses === 1) {
      clearTimeout(this.#timer);
      this.#remaining -= performance.now() - this.#since;
    }
    try {
      return await answer();
    } finally {
      this.#pauses -= 1;
      if (this.#pauses === 0) this.#start();
    }
  }

  clear(): void {
    clearTimeout(this.#timer);
    // Keeps an answer that arrives later from starting it again.
    this.#pauses = Number.POSITIVE_INFINITY;
  }

  #start(): void {
    this.#since = performance.now();
    this.#timer = setTimeout(() => this.#controller.abort(), Math.max(0, this.#remaining));
  }
}
