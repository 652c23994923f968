import type { escapeSchemes } from './secret-encodings.js';
import type { Span } from './span-index.js';

/** A text with its escapes undone, and the way back. */
export interface UnescapedText {
  readonly text: string;
  /** Where a part of the text stands in the one that it was made of; escapes are whole. */
  origin(span: Span): Span;
}

/** Undoes one way of escaping; undefined where there is nothing to undo. */
export function unescapeText(
  text: string,
  escaping: (typeof escapeSchemes)[number],
): UnescapedText | undefined {
  if (!text.includes(escaping.sign)) return undefined;
  // Of each escape: where it begins and ends in the original, and where what it stands for begins and ends.
  const starts: number[] = [];
  const ends: number[] = [];
  const meantStarts: number[] = [];
  const meantEnds: number[] = [];
  const pieces: string[] = [];
  let copied = 0;
  let length = 0;
  for (const match of text.matchAll(escaping.escapes)) {
    const meant = escaping.unescape(match[0]);
    pieces.push(text.slice(copied, match.index), meant);
    length += match.index - copied;
    copied = match.index + match[0].length;
    starts.push(match.index);
    ends.push(copied);
    meantStarts.push(length);
    length += meant.length;
    meantEnds.push(length);
  }
  if (starts.length === 0) return undefined;
  pieces.push(text.slice(copied));

  /** The number of escapes whose meaning begins before a position. */
  const before = (position: number): number => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((meantStarts[middle] as number) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const outside = (position: number, nearest: number): number =>
    nearest < 0 ? position : (ends[nearest] as number) + position - (meantEnds[nearest] as number);

  return {
    text: pieces.join(''),
    origin({ start, end }) {
      const first = before(start + 1) - 1;
      const last = before(end) - 1;
      const isInFirst = first >= 0 && start < (meantEnds[first] as number);
      const isInLast = last >= 0 && end <= (meantEnds[last] as number);
      return {
        start: isInFirst ? (starts[first] as number) : outside(start, first),
        end: isInLast ? (ends[last] as number) : outside(end, last),
      };
    },
  };
}
