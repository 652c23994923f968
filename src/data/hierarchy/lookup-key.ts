import { raise } from '../../errors/glance-apply-error.js';

/** A parsed key: `a.b.0` is the item at `b`, `0` in the value of `a`. */
export interface LookupKey {
  readonly text: string;
  readonly root: string;
  readonly segments: readonly (string | number)[];
}

/**
 * Splits a key at its dots; quotes protect dots in a name: `'a.b'.c`.
 * @throws {GlanceApplyError} if a quote or a segment is missing.
 */
export function parseKey(text: string): LookupKey {
  if (!/['".]/.test(text)) return { text, root: text, segments: [] };
  const [root, ...segments] = splitKey(text);
  return { text, root: String(root), segments };
}

function splitKey(text: string): (string | number)[] {
  const pattern = /\s*"([^"]+)"\s*|\s*'([^']+)'\s*|([^'".]+)/y;
  const segments: (string | number)[] = [];
  for (let at = 0; ; ) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match === null) return raiseMalformed(text);
    const [whole, double, single, bare = ''] = match;
    const word = double ?? single ?? bare.trim();
    segments.push(bare !== '' && /^[+-]?\d+$/.test(word) ? Number(word) : word);
    at += whole.length;
    if (at === text.length) return segments;
    if (text[at] !== '.') return raiseMalformed(text);
    at += 1;
  }
}

function raiseMalformed(text: string): never {
  return raise('data.key', `'${text}' is not a valid key`, {
    hint: "separate names with dots, and quote a name that contains dots: 'a.b'.c",
  });
}

/** Returns the module that a key belongs to, the first part of its name. */
export function moduleOf(root: string): string | undefined {
  const end = root.indexOf('::');
  return end === -1 ? undefined : root.slice(0, end);
}
