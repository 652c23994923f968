import { problem } from '../../errors/diagnostic.js';
import { GlanceApplyError } from '../../errors/glance-apply-error.js';
import { joinMessages } from '../../errors/join-messages.js';
import { listParentsWithin } from './purge-scope.js';

/**
 * Removes or makes many things, in order. What fails does not keep the rest, except for what depends on it: the
 * directories above what cannot be removed, and all that is below what cannot be made.
 * @returns Why things failed.
 */
export async function attemptEach<T extends { readonly path: string }>(
  things: readonly T[],
  act: (thing: T) => Promise<void>,
): Promise<unknown[]> {
  const failures: unknown[] = [];
  const failed = new Set<string>();
  const aboveFailed = new Set<string>();
  for (const thing of things) {
    const parents = [...listParentsWithin(thing.path, '/')];
    if (aboveFailed.has(thing.path) || parents.some((parent) => failed.has(parent))) continue;
    try {
      await act(thing);
    } catch (error) {
      failures.push(error);
      failed.add(thing.path);
      for (const parent of parents) aboveFailed.add(parent);
    }
  }
  return failures;
}

/** Throws what has failed as one error that names all of it; nothing where nothing has. */
export function throwFailures(failures: readonly unknown[]): void {
  if (failures.length === 0) return;
  if (failures.length === 1) throw failures[0];
  throw new GlanceApplyError(problem('file.partly', joinMessages(failures)));
}
