import { distance } from 'fastest-levenshtein';

/**
 * Finds the candidate that was probably meant; undefined if none is close. At most two letters or a third of the word may
 * differ, so that suggestions are plausible.
 * @param most How many letters may differ, for lists so long that some candidate is close by chance.
 */
export function findNearest(
  word: string,
  candidates: Iterable<string>,
  most = Math.max(2, Math.floor(word.length / 3)),
): string | undefined {
  let best: string | undefined;
  let smallest = most + 1;
  for (const candidate of candidates) {
    const apart = distance(word.toLowerCase(), candidate.toLowerCase());
    if (apart < smallest) {
      smallest = apart;
      best = candidate;
    }
  }
  return best;
}

/** Returns `did you mean 'x'?` for use as the hint of a diagnostic, or undefined. */
export function didYouMean(word: string, candidates: Iterable<string>, most?: number): string | undefined {
  const suggestion = findNearest(word, candidates, most);
  return suggestion === undefined ? undefined : `did you mean '${suggestion}'?`;
}
