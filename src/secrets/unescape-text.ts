import { ensureDefined } from '../errors/ensure-defined.js';
import type { escapeSchemes } from './secret-encodings.js';
import type { Span } from './span-index.js';

/** A text with its escapes undone, and the mapping back to the original. */
export interface UnescapedText {
  readonly text: string;
  /** Returns the part of the original text that a part of this text corresponds to. Escapes are never split. */
  origin(span: Span): Span;
}

/** Undoes one escape scheme; undefined if the text has no such escapes. */
export function unescapeText(
  text: string,
  escaping: (typeof escapeSchemes)[number],
): UnescapedText | undefined {
  if (!text.includes(escaping.sign)) return undefined;
  // For each escape: its start and end in the original, and the start and end of what it stands for.
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

  /** Returns the number of escapes whose unescaped text starts before a position. */
  const before = (position: number): number => {
    let [low, high] = [0, starts.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (ensureDefined(meantStarts[middle]) < position) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  const outside = (position: number, nearest: number): number =>
    nearest < 0 ? position : ensureDefined(ends[nearest]) + position - ensureDefined(meantEnds[nearest]);

  return {
    text: pieces.join(''),
    origin({ start, end }) {
      const first = before(start + 1) - 1;
      const last = before(end) - 1;
      const isInFirst = first >= 0 && start < ensureDefined(meantEnds[first]);
      const isInLast = last >= 0 && end <= ensureDefined(meantEnds[last]);
      return {
        start: isInFirst ? ensureDefined(starts[first]) : outside(start, first),
        end: isInLast ? ensureDefined(ends[last]) : outside(end, last),
      };
    },
  };
}
