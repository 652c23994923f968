import { problem } from '../../errors/diagnostic.js';
import { GlanceApplyError } from '../../errors/glance-apply-error.js';
import { joinMessages } from '../../errors/join-messages.js';
import { listParentsWithin } from './purge-scope.js';

/**
 * Removes or creates many files, in order. A failure does not prevent the rest, except for what depends on it: the
 * directories above a file that cannot be removed, and everything below a directory that cannot be created.
 * @returns the errors.
 */
export async function attemptEach<T extends { readonly path: string }>(
  items: readonly T[],
  act: (item: T) => Promise<void>,
): Promise<unknown[]> {
  const failures: unknown[] = [];
  const failed = new Set<string>();
  const aboveFailed = new Set<string>();
  for (const item of items) {
    const parents = [...listParentsWithin(item.path, '/')];
    if (aboveFailed.has(item.path) || parents.some((parent) => failed.has(parent))) continue;
    try {
      await act(item);
    } catch (error) {
      failures.push(error);
      failed.add(item.path);
      for (const parent of parents) aboveFailed.add(parent);
    }
  }
  return failures;
}

/** Throws the errors as one; does nothing if there are none. */
export function throwFailures(failures: readonly unknown[]): void {
  if (failures.length === 0) return;
  if (failures.length === 1) throw failures[0];
  throw new GlanceApplyError(problem('file.partly', joinMessages(failures)));
}
