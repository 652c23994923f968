import { distance } from 'fastest-levenshtein';

/**
 * The candidate that was probably meant, or undefined where none is close: at most two letters or a third of the word may
 * differ, so that a suggestion is never an insult.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let smallest = Math.max(2, Math.floor(word.length / 3)) + 1;
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
export function didYouMean(word: string, candidates: Iterable<string>): string | undefined {
  const suggestion = nearest(word, candidates);
  return suggestion === undefined ? undefined : `did you mean '${suggestion}'?`;
}
