import PQueue from 'p-queue';
import type { Facts } from '../data/facts.js';
import type { Provider } from './provider.js';

/** The number of calls of one provider that may run concurrently, unless the provider declares another. */
const MAX_PER_PROVIDER = 8;

/** The number of calls of all providers that may run concurrently. */
const MAX_IN_ALL = 16;

/**
 * Limits the calls that run concurrently: per provider, one per named lock, and in all. Slots are always acquired in
 * this order, and locks by name, so that no two calls can wait for each other. Of the waiting calls, the most urgent
 * one runs first.
 */
export class Limits {
  readonly #all = new PQueue({ concurrency: MAX_IN_ALL });
  readonly #providers = new Map<object, PQueue>();
  readonly #locks = new Map<string, PQueue>();

  constructor(private readonly facts: Facts) {}

  /** Runs a task when a slot is free. */
  run<T>(
    provider: Pick<Provider, 'concurrency'>,
    { locks, urgency }: { readonly locks: readonly string[]; readonly urgency: number },
    task: () => Promise<T>,
  ): Promise<T> {
    const { concurrency = MAX_PER_PROVIDER } = provider;
    const queues = [
      getQueue(
        this.#providers,
        provider,
        typeof concurrency === 'number' ? concurrency : concurrency(this.facts),
      ),
      ...[...new Set(locks)].sort().map((lock) => getQueue(this.#locks, lock, 1)),
      this.#all,
    ];
    const nested = queues.reduceRight((inner, queue) => () => queue.add(inner, { priority: urgency }), task);
    return nested();
  }
}

function getQueue<K>(queues: Map<K, PQueue>, key: K, concurrency: number): PQueue {
  let queue = queues.get(key);
  if (queue === undefined) {
    queue = new PQueue({ concurrency });
    queues.set(key, queue);
  }
  return queue;
}
