/** How the words of a setting's value are written. */
export interface WordForm {
  /** What stands between two words. */
  readonly separator: string;
  /** What the whole value is quoted with where it is not yet; empty for nothing. */
  readonly quote: string;
}

/** The word that is looked for, and what it is to be followed by. */
export interface Word {
  readonly name: string;
  /** What stands between the word's name and its own value. */
  readonly separator: string;
  /** Whether the word must be the name and nothing else; otherwise all words that begin with it count. */
  readonly exact: boolean;
}

/** Where a word goes that is not there yet. */
export interface Insertion {
  readonly type: 'start' | 'end' | 'before' | 'after' | 'index';
  /** The word beside which it goes, or its place among them. */
  readonly at: string | number | undefined;
}

/** What stands behind a word's name in a setting's value, in the first of several; undefined where it is not there. */
export function findWord(value: string, form: WordForm, word: Word): string | undefined {
  const found = split(value, form).find((one) => isWord(one, word));
  return found === undefined ? undefined : found.slice(beginningOf(word).length);
}

/** The setting's value with the word in it, in the place of all that are there. */
export function setWord(
  value: string,
  form: WordForm,
  word: Word,
  wordValue: string,
  insertion: Insertion,
): string {
  const words = split(value, form);
  const text = beginningOf(word) + wordValue;
  if (!words.some((one) => isWord(one, word)))
    return join(words.toSpliced(findIndex(words, word, insertion), 0, text), value, form);
  const changed = words.map((one) => (isWord(one, word) ? text : one));
  return join(changed, value, form);
}

/** The setting's value without the word, however often it was there. */
export function removeWord(value: string, form: WordForm, word: Word): string {
  const words = split(value, form).filter((one) => !isWord(one, word));
  return join(words, value, form);
}

function beginningOf({ name, separator, exact }: Word): string {
  return exact ? name : name + separator;
}

function isWord(one: string, word: Word): boolean {
  return word.exact ? one === word.name : one.startsWith(beginningOf(word));
}

function split(value: string, { separator }: WordForm): string[] {
  const inner = unquote(value);
  // White space of any width is one separator: pipelines are often aligned by hand.
  const words = separator.trim() === '' ? inner.split(/\s+/) : inner.split(separator.trim());
  return words.map((word) => word.trim()).filter((word) => word !== '');
}

function join(words: readonly string[], before: string, { separator, quote }: WordForm): string {
  const own = unquote(before) === before ? '' : before.slice(0, 1);
  const mark = quote === '' || own !== '' ? own : quote;
  return mark + words.join(separator) + mark;
}

function unquote(value: string): string {
  return /^(["'])[\s\S]*\1$/.test(value) && value.length > 1 ? value.slice(1, -1) : value;
}

function findIndex(words: readonly string[], word: Word, { type, at }: Insertion): number {
  const beside = words.findIndex((one) => isWord(one, { ...word, name: String(at) }));
  switch (type) {
    case 'start':
      return 0;
    case 'end':
      return words.length;
    case 'index':
      return Math.min(Number(at), words.length);
    case 'before':
      return beside < 0 ? words.length : beside;
    case 'after':
      return beside < 0 ? words.length : beside + 1;
  }
}
