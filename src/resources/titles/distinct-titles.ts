/**
 * Gives each thing a title of its own: the first that it shares with no other. Short ones, where something else might
 * be called the same in full, are not taken.
 * @param full The title that no two things have.
 * @param short Titles that people would rather read, the best of them first.
 */
export function assignDistinctTitles<T>(
  things: readonly T[],
  full: (thing: T) => string,
  ...short: readonly ((thing: T) => string)[]
): Map<string, T> {
  const fullTitles = new Set(things.map(full));
  const titled = new Map<string, T>();
  let left = things;
  for (const form of short) {
    const sharing = new Map<string, T[]>();
    for (const thing of left) {
      const title = form(thing);
      const others = sharing.get(title);
      if (others === undefined) sharing.set(title, [thing]);
      else others.push(thing);
    }
    const unnamed: T[] = [];
    for (const [title, those] of sharing) {
      const [only] = those as [T];
      if (those.length === 1 && !titled.has(title) && !fullTitles.has(title)) titled.set(title, only);
      else unnamed.push(...those);
    }
    left = unnamed;
  }
  for (const thing of left) titled.set(full(thing), thing);
  return titled;
}
