/** How the words of a setting's value are written. */
export interface WordForm {
  /** The separator of two words. */
  readonly separator: string;
  /** The quotes of the whole value, if it has none yet; empty for none. */
  readonly quote: string;
}

/** The word that is managed. */
export interface Word {
  readonly name: string;
  /** The separator of the word's name and its value. */
  readonly separator: string;
  /** Whether only the name itself matches; otherwise all words that begin with it do. */
  readonly exact: boolean;
}

/** The position of a new word. */
export interface Insertion {
  readonly type: 'start' | 'end' | 'before' | 'after' | 'index';
  /** The word before or after which it is inserted, or its index. */
  readonly at: string | number | undefined;
}

/** Finds the value of the first matching word in a setting's value; undefined if no word matches. */
export function findWord(value: string, form: WordForm, word: Word): string | undefined {
  const found = split(value, form).find((one) => isWord(one, word));
  return found === undefined ? undefined : found.slice(beginningOf(word).length);
}

/** Returns the setting's value with the word, which replaces all matching words. */
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

/** Returns the setting's value without all matching words. */
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
  // White space of any width is one separator: pipelines are often aligned manually.
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
