import PQueue from 'p-queue';
import type { Facts } from '../data/facts.js';
import type { Provider } from './provider.js';

/** Calls of one provider that may run at once, where it says nothing else. */
const PER_PROVIDER = 8;

/** Calls of all providers together that may run at once. */
const TOGETHER = 16;

/**
 * Who may work at the same time: so many calls of a provider, one holder of each named lock, so many calls in
 * all. They are always taken in this order and locks by name, so that no two calls can wait for each other. Of those
 * that wait, the most urgent goes first.
 */
export class Limits {
  readonly #together = new PQueue({ concurrency: TOGETHER });
  readonly #providers = new Map<object, PQueue>();
  readonly #locks = new Map<string, PQueue>();

  constructor(private readonly facts: Facts) {}

  /** Runs a task when a slot is free. */
  run<T>(
    provider: Pick<Provider, 'concurrency'>,
    { locks, urgency }: { readonly locks: readonly string[]; readonly urgency: number },
    task: () => Promise<T>,
  ): Promise<T> {
    const { concurrency = PER_PROVIDER } = provider;
    const queues = [
      queueOf(
        this.#providers,
        provider,
        typeof concurrency === 'number' ? concurrency : concurrency(this.facts),
      ),
      ...[...new Set(locks)].sort().map((lock) => queueOf(this.#locks, lock, 1)),
      this.#together,
    ];
    const nested = queues.reduceRight((inner, queue) => () => queue.add(inner, { priority: urgency }), task);
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
