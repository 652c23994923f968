/** Hands out a limited number of slots, in the order in which they were asked for. */
export class ChannelSlots {
  #taken = 0;
  #limit: number;
  readonly #waiting: (() => void)[] = [];

  constructor(limit: number) {
    this.#limit = Math.max(1, limit);
  }

  /** The number of slots in use. */
  get taken(): number {
    return this.#taken;
  }

  /**
   * Waits for a slot.
   * @returns the function that releases it, once.
   */
  async acquire(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    if (this.#taken >= this.#limit) await this.#wait(signal);
    else this.#taken += 1;
    let isReleased = false;
    return () => {
      if (isReleased) return;
      isReleased = true;
      this.#taken -= 1;
      if (this.#taken < this.#limit) this.#waiting.shift()?.();
    };
  }

  /** Lowers the limit to the number of slots that the server has been seen to grant. */
  reduce(limit: number): void {
    this.#limit = Math.max(1, Math.min(this.#limit, limit));
  }

  #wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const proceed = () => {
        this.#taken += 1;
        signal.removeEventListener('abort', leave);
        resolve();
      };
      const leave = () => {
        const index = this.#waiting.indexOf(proceed);
        if (index >= 0) this.#waiting.splice(index, 1);
        reject(signal.reason);
      };
      this.#waiting.push(proceed);
      signal.addEventListener('abort', leave, { once: true });
    });
  }
}
