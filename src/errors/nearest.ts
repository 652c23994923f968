import { distance } from 'fastest-levenshtein';

/**
 * The candidate that was probably meant, or undefined where none is close: at most two letters or a third of the word may
 * differ, so that a suggestion is never an insult.
 * @param most How many letters may differ, where there are thousands of candidates and one is close by chance.
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

/** `did you mean 'x'?`, or undefined: made to be a diagnostic's hint. */
export function didYouMean(word: string, candidates: Iterable<string>, most?: number): string | undefined {
  const suggestion = findNearest(word, candidates, most);
  return suggestion === undefined ? undefined : `did you mean '${suggestion}'?`;
}
