import PQueue from 'p-queue';

/** Limits the number of hosts at work. */
export class Slots {
  readonly #queue: PQueue;

  constructor(concurrency: number) {
    this.#queue = new PQueue({ concurrency });
  }

  /**
   * Waits for a slot; the returned function releases it.
   * @param goesOn Whether the host has begun already: it goes before those that have not.
   */
  acquire(goesOn: boolean): Promise<() => void> {
    return new Promise((resolve) => {
      void this.#queue.add(() => new Promise<void>((release) => resolve(release)), {
        priority: goesOn ? 1 : 0,
      });
    });
  }
}
