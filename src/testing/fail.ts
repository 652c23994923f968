import { AssertionError } from 'node:assert';

/**
 * What every assertion here throws. The message says all: neither `actual` nor `expected` is set, because test
 * runners would print the difference of two whole catalogs.
 */
export function fail(lines: string | readonly string[], caller: (...args: never[]) => unknown): never {
  const message = typeof lines === 'string' ? lines : lines.join('\n');
  throw new AssertionError({ message, stackStartFn: caller as () => unknown });
}
