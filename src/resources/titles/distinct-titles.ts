import { ensureDefined } from '../../errors/ensure-defined.js';

/**
 * Assigns a distinct title to each item: the first one that no other item has. A short title that is the full title of
 * another item is not used.
 * @param full Returns the full title, which is unique.
 * @param short Return shorter titles, the preferred ones first.
 */
export function assignDistinctTitles<T>(
  items: readonly T[],
  full: (item: T) => string,
  ...short: readonly ((item: T) => string)[]
): Map<string, T> {
  const fullTitles = new Set(items.map(full));
  const titled = new Map<string, T>();
  let left = items;
  for (const form of short) {
    const sharing = new Map<string, T[]>();
    for (const item of left) {
      const title = form(item);
      const others = sharing.get(title);
      if (others === undefined) sharing.set(title, [item]);
      else others.push(item);
    }
    const unnamed: T[] = [];
    for (const [title, those] of sharing) {
      const only = ensureDefined(those[0]);
      if (those.length === 1 && !titled.has(title) && !fullTitles.has(title)) titled.set(title, only);
      else unnamed.push(...those);
    }
    left = unnamed;
  }
  for (const item of left) titled.set(full(item), item);
  return titled;
}
