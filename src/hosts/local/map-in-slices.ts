import { setImmediate } from 'node:timers/promises';

/** Milliseconds of synchronous work after which the event loop runs. */
const TURN = 8;

/** The number of items that are mapped between two readings of the clock. */
const STRIDE = 32;

/**
 * Maps many items with a synchronous function. The system calls for one file take microseconds, and a promise for each
 * would cost more; but the event loop must not be blocked while thousands are read.
 */
export async function mapInSlices<T, R>(items: readonly T[], work: (item: T) => R): Promise<R[]> {
  const results: R[] = [];
  let began = performance.now();
  for (const [index, item] of items.entries()) {
    if (index % STRIDE === STRIDE - 1 && performance.now() - began > TURN) {
      await setImmediate();
      began = performance.now();
    }
    results.push(work(item));
  }
  return results;
}
