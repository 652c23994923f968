/**
 * The options that apply to one destination, as `ssh -G` prints them: the values by keyword in lower case, in the order
 * in which they take effect. Most have one value; `identityfile` may have many.
 */
export type OptionValues = ReadonlyMap<string, readonly string[]>;

/** The options that may be given several times. All values count; of the others, the first. */
export const REPEATABLE: ReadonlySet<string> = new Set(['identityfile', 'certificatefile']);

/** Splits a value into words as OpenSSH does: at white space, except in quotes; an unquoted `#` begins a comment. */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  const pattern = /\s*(?:#.*|((?:"(?:\\["\\]|[^"])*"|'(?:\\['\\]|[^'])*'|\\["'\\ ]|[^\s"'])+))/gy;
  for (const [, word] of text.matchAll(pattern)) {
    if (word === undefined) break;
    words.push(unquote(word));
  }
  return words;
}

function unquote(word: string): string {
  return word.replace(
    /"((?:\\["\\]|[^"])*)"|'((?:\\['\\]|[^'])*)'|\\(["'\\ ])/g,
    (_, double?: string, single?: string, escaped?: string) =>
      escaped ?? (double ?? single ?? '').replace(/\\(["'\\])/g, '$1'),
  );
}
