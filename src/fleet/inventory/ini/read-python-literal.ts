import { tooLargeInteger, UnsupportedValue } from '../unsupported-value.js';
import type { RawValue } from '../variables/raw-value.js';
import { readPythonString } from './read-python-string.js';

/** As many as Python's own parser accepts. */
const MAX_DEPTH = 90;

/** Thrown for text that is not a Python literal. */
const notLiteral = new Error('not a literal');

/**
 * Reads a value as the INI plugin of Ansible does: text that is a Python literal has its type, all other text is a
 * string. `5` is a number, `True` a boolean, `None` null, `'5'` a string, `[1, 2]` and `1, 2` are lists; `true`, `010`
 * and `yes` are strings.
 * @throws {UnsupportedValue} for a literal that JSON does not have, such as a set.
 */
export function readPythonLiteral(text: string): RawValue {
  // A quick answer for most values: no literal begins with another word or contains nothing but words.
  if (/^[\p{L}_][\p{L}\p{N}_./@:-]*$/u.test(text) && !/^(?:True|False|None)$/.test(text)) return text;
  try {
    return new LiteralReader(text.replace(/^[ \t]+/, '')).read();
  } catch (error) {
    if (error === notLiteral) return text;
    throw error;
  }
}

const digits = '[0-9](?:_?[0-9])*';
const numbers = {
  radix: /0(?:[xX](?:_?[0-9a-fA-F])+|[oO](?:_?[0-7])+|[bB](?:_?[01])+)/y,
  float: new RegExp(
    `(?:(?:${digits})?\\.${digits}|${digits}\\.?)[eE][-+]?${digits}|(?:${digits})?\\.${digits}|${digits}\\.`,
    'y',
  ),
  integer: /0(?:_?0)*(?![0-9_])|[1-9](?:_?[0-9])*/y,
};
const constants = /(?:True|False|None|\.\.\.)/y;
const constantValues: Readonly<Record<string, boolean | null>> = { True: true, False: false, None: null };

class LiteralReader {
  #at = 0;
  #depth = 0;

  constructor(private readonly text: string) {}

  read(): RawValue {
    this.#skip(false);
    const first = this.#value();
    const value = this.#peek() === ',' ? this.#rest(first, undefined) : first;
    this.#skip(false);
    if (this.#at < this.text.length) throw notLiteral;
    return value;
  }

  #value(): RawValue {
    const sign = this.#peek();
    if (sign === '+' || sign === '-') return this.#signed();
    if (sign === '[' || sign === '(' || sign === '{') return this.#nested(sign);
    const string = readPythonString(this.text, this.#at);
    if (string !== undefined) return this.#adjacentStrings(string);
    const constant = this.#match(constants);
    if (constant !== undefined) {
      this.#endWord();
      if (constant === '...') throw new UnsupportedValue('JSON has no value like ... of Python', QUOTE);
      return constantValues[constant] ?? null;
    }
    return this.#number();
  }

  #signed(): number {
    const sign = this.text[this.#at];
    this.#at += 1;
    return this.#number(sign === '-');
  }

  #number(isNegative = false): number {
    const radix = this.#match(numbers.radix);
    const float = radix === undefined ? this.#match(numbers.float) : undefined;
    const text = radix ?? float ?? this.#match(numbers.integer);
    if (text === undefined) throw notLiteral;
    if (/[jJ]/.test(this.text[this.#at] ?? '')) {
      this.#at += 1;
      this.#endWord();
      throw new UnsupportedValue(`JSON has no complex number such as ${text}j`, QUOTE);
    }
    this.#endWord();
    const size = Number(text.replaceAll('_', ''));
    if (float !== undefined) return isNegative ? -size : size;
    if (!Number.isSafeInteger(size)) throw tooLargeInteger(text);
    // Only a float has a negative zero.
    return isNegative ? 0 - size : size;
  }

  #adjacentStrings(first: {
    readonly text: string;
    readonly end: number;
    readonly isBytes: boolean;
  }): string {
    let text = first.text;
    this.#at = first.end;
    for (;;) {
      this.#skip(this.#depth > 0);
      const next = readPythonString(this.text, this.#at);
      if (next === undefined) return text;
      if (next.isBytes !== first.isBytes) throw notLiteral;
      text += next.text;
      this.#at = next.end;
    }
  }

  #nested(open: string): RawValue {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) {
      throw new UnsupportedValue(
        `lists are nested deeper than ${MAX_DEPTH} levels`,
        'check where it is from',
      );
    }
    this.#at += 1;
    const value = open === '[' ? this.#list() : open === '(' ? this.#tuple() : this.#hash();
    this.#depth -= 1;
    return value;
  }

  #list(): RawValue {
    if (this.#take(']')) return [];
    const first = this.#value();
    return this.#rest(first, ']');
  }

  #tuple(): RawValue {
    if (this.#take(')')) return [];
    const first = this.#value();
    // Parentheses around a single value only group.
    if (this.#take(')')) return first;
    return this.#rest(first, ')');
  }

  /** Reads the values after the first one of a list or tuple, up to its end. */
  #rest(first: RawValue, close: string | undefined): RawValue {
    const values = [first];
    while (!this.#ended(close)) {
      if (!this.#take(',')) throw notLiteral;
      if (this.#ended(close)) break;
      values.push(this.#value());
    }
    return values;
  }

  #ended(close: string | undefined): boolean {
    if (close !== undefined) return this.#take(close);
    this.#skip(false);
    return this.#at >= this.text.length;
  }

  #hash(): RawValue {
    if (this.#take('}')) return {};
    const entries: [string, RawValue][] = [];
    do {
      if (entries.length > 0 && this.#take('}')) return Object.fromEntries(entries);
      const key = this.#value();
      if (entries.length === 0 && (this.#peek() === ',' || this.#peek() === '}')) this.#refuseSet(key);
      if (!this.#take(':')) throw notLiteral;
      entries.push([toKey(key), this.#value()]);
    } while (this.#take(','));
    if (!this.#take('}')) throw notLiteral;
    return Object.fromEntries(entries);
  }

  #refuseSet(first: RawValue): never {
    this.#rest(first, '}');
    throw new UnsupportedValue('JSON has no sets', 'write a list, [1, 2], or a string in quotes');
  }

  #peek(): string {
    this.#skip(this.#depth > 0);
    return this.text[this.#at] ?? '';
  }

  #take(sign: string): boolean {
    if (this.#peek() !== sign) return false;
    this.#at += 1;
    return true;
  }

  /** Skips spaces and a comment; line ends only within brackets, where Python ignores them. */
  #skip(acrossLines: boolean): void {
    const spaces = acrossLines ? /[ \t\f\r\n]*/y : /[ \t\f]*/y;
    spaces.lastIndex = this.#at;
    this.#at += spaces.exec(this.text)?.[0].length ?? 0;
    if (this.text[this.#at] === '#') this.#at = this.text.length;
  }

  #match(pattern: RegExp): string | undefined {
    this.#skip(this.#depth > 0);
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  /** A word or number must not continue. */
  #endWord(): void {
    if (/[\p{L}\p{N}_]/u.test(this.text[this.#at] ?? '')) throw notLiteral;
  }
}

const QUOTE = 'to make it a string, quote it twice: "\'…\'"';

/** Formats a key of a hash as Python's JSON encoder does. */
function toKey(key: RawValue): string {
  if (typeof key === 'string') return key;
  if (key === null || typeof key === 'boolean' || typeof key === 'number') return String(key);
  throw new UnsupportedValue('a list or hash is not a key', 'use strings as keys');
}
