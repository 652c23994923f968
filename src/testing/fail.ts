import { AssertionError } from 'node:assert';

/**
 * Throws the error of a failed assertion. It has a message but neither `actual` nor `expected`, because test runners would
 * print the difference between two whole catalogs.
 */
export function fail(lines: string | readonly string[], caller: (...args: never[]) => unknown): never {
  const message = typeof lines === 'string' ? lines : lines.join('\n');
  throw new AssertionError({ message, stackStartFn: caller });
}
