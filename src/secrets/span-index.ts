/** A part of a text, from `start` up to but not including `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Shorter strings occur by chance everywhere, and are not searched for. */
export const SHORTEST_SPAN = 4;

const FILTER_SIZE = 1 << 18;

/** The maximum length of the part that is searched for when a string was cut in two. */
const LONGEST_PART = 16 * 1024;

/**
 * Finds all occurrences of many strings in a text, in time linear in the length of the text, however many strings there
 * are: they are indexed by their first characters, and then by length.
 */
export class SpanIndex {
  /** Whether a string begins with four characters of this hash, which rules out nearly every position immediately. */
  #filter: Uint8Array | undefined;
  readonly #byBeginning = new Map<string, Map<number, Set<string>>>();

  get isEmpty(): boolean {
    return this.#filter === undefined;
  }

  add(text: string): void {
    if (text.length < SHORTEST_SPAN) return;
    this.#filter ??= new Uint8Array(FILTER_SIZE);
    this.#filter[hashAt(text, 0)] = 1;
    const beginning = text.slice(0, SHORTEST_SPAN);
    let byLength = this.#byBeginning.get(beginning);
    if (byLength === undefined) {
      byLength = new Map();
      this.#byBeginning.set(beginning, byLength);
    }
    const known = byLength.get(text.length);
    if (known === undefined) byLength.set(text.length, new Set([text]));
    else known.add(text);
  }

  /** Returns the parts of a text that occurrences cover, in order. At each position the longest occurrence counts. */
  find(text: string): Span[] {
    const filter = this.#filter;
    const found: { start: number; end: number }[] = [];
    if (filter === undefined) return found;
    const last = text.length - SHORTEST_SPAN;
    for (let start = 0; start <= last; start += 1) {
      if (filter[hashAt(text, start)] !== 1) continue;
      const length = this.#longestAt(text, start);
      if (length === 0) continue;
      const before = found.at(-1);
      if (before !== undefined && start <= before.end) before.end = Math.max(before.end, start + length);
      else found.push({ start, end: start + length });
    }
    return found;
  }

  /** Returns the part of a text before `end` that is the beginning of a string whose rest was cut off there. */
  findBeginning(text: string, end: number): Span | undefined {
    for (let start = Math.max(0, end - LONGEST_PART); start <= end - SHORTEST_SPAN; start += 1) {
      const part = text.slice(start, end);
      for (const [length, texts] of this.#byBeginning.get(part.slice(0, SHORTEST_SPAN)) ?? []) {
        if (length <= part.length) continue;
        for (const one of texts) if (one.startsWith(part)) return { start, end };
      }
    }
    return undefined;
  }

  /** Returns the part of a text after `start` that is the end of a string whose beginning was cut off there. */
  findEnd(text: string, start: number): Span | undefined {
    const first = text.slice(start, start + SHORTEST_SPAN);
    if (first.length < SHORTEST_SPAN) return undefined;
    let longest = 0;
    for (const byLength of this.#byBeginning.values())
      for (const texts of byLength.values())
        for (const one of texts) {
          const from = Math.max(1, one.length - LONGEST_PART);
          for (let at = one.indexOf(first, from); at >= 0; at = one.indexOf(first, at + 1))
            if (one.length - at > longest && text.startsWith(one.slice(at), start)) longest = one.length - at;
        }
    return longest === 0 ? undefined : { start, end: start + longest };
  }

  #longestAt(text: string, start: number): number {
    const byLength = this.#byBeginning.get(text.slice(start, start + SHORTEST_SPAN));
    let longest = 0;
    for (const [length, texts] of byLength ?? []) {
      if (length > longest && texts.has(text.slice(start, start + length))) longest = length;
    }
    return longest;
  }
}

function hashAt(text: string, at: number): number {
  const mixed =
    Math.imul(text.charCodeAt(at), 0x9e3779b1) ^
    Math.imul(text.charCodeAt(at + 1), 0x85ebca77) ^
    Math.imul(text.charCodeAt(at + 2), 0xc2b2ae3d) ^
    Math.imul(text.charCodeAt(at + 3), 0x27d4eb2f);
  return (mixed ^ (mixed >>> 15)) & (FILTER_SIZE - 1);
}
