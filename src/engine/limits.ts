import PQueue from 'p-queue';

/** Calls of one provider that may run at once, where it says nothing else. */
const PER_PROVIDER = 8;

/** Calls of all providers together that may run at once. */
const TOGETHER = 16;

/**
 * Who may work at the same time: so many calls of a provider, one holder of each named lock, so many calls in
 * all. They are always taken in this order and locks by name, so that no two calls can wait for each other.
 */
export class Limits {
  readonly #together = new PQueue({ concurrency: TOGETHER });
  readonly #providers = new Map<object, PQueue>();
  readonly #locks = new Map<string, PQueue>();

  /** Runs a task when it is its turn. */
  run<T>(
    provider: { readonly concurrency?: number },
    locks: readonly string[],
    task: () => Promise<T>,
  ): Promise<T> {
    const queues = [
      queueOf(this.#providers, provider, provider.concurrency ?? PER_PROVIDER),
      ...[...new Set(locks)].sort().map((lock) => queueOf(this.#locks, lock, 1)),
      this.#together,
    ];
    const nested = queues.reduceRight((inner, queue) => () => queue.add(inner), task);
    return nested();
  }
}

function queueOf<K>(queues: Map<K, PQueue>, key: K, concurrency: number): PQueue {
  let queue = queues.get(key);
  if (queue === undefined) {
    queue = new PQueue({ concurrency });
    queues.set(key, queue);
  }
  return queue;
}
