import { checkFileText } from './plain-text.js';
import { UnwritableValue } from './unwritable-value.js';

const FILE = 'an Erlang file';

/** Reserved words, which are not atoms unless they are quoted. */
const RESERVED = new Set(
  (
    'after and andalso band begin bnot bor bsl bsr bxor case catch cond div else end fun if let maybe not of or orelse ' +
    'receive rem try when xor'
  ).split(' '),
);

/** The maximum number of characters in an atom. */
const MAX_ATOM_LENGTH = 255;

/** The limit of nesting for terms. */
const MAX_DEPTH = 100;

/** White space and comments that end with a line break: a comment at the very end would hide what follows. */
const BLANK = /(?:\s|%[^\n]*\n)*/y;
const ATOM = /[a-z][\w@]*/y;
const QUOTED_ATOM = /'(?:[^'\\\n]|\\[^\n])*'/y;
const STRING = /"(?:[^"\\]|\\[\s\S])*"/y;
const NUMBER = /[+-]?(?:\d+\.\d+(?:[eE][+-]?\d+)?|2#[01]+|8#[0-7]+|16#[\da-fA-F]+|\d+)/y;
const CHARACTER = /\$(?:\\[^\n]|[^\\\s])/y;
const BINARY =
  /<<\s*(?:"(?:[^"\\]|\\[\s\S])*"(?:\/utf8)?|\d+)?(?:\s*,\s*(?:"(?:[^"\\]|\\[\s\S])*"(?:\/utf8)?|\d+))*\s*>>/y;

/**
 * Formats an atom: a name that is a valid atom is returned unchanged, any other string is quoted.
 * @throws {UnwritableValue}
 */
export function toErlangAtom(name: string): string {
  const given = matchWhole(ATOM, name) || matchWhole(QUOTED_ATOM, name);
  if (given && !RESERVED.has(name)) return checkLength(name);
  return `'${checkLength(checkReadable(name)).replace(/['\\]/g, '\\$&').replaceAll('\n', '\\n').replaceAll('\r', '\\r')}'`;
}

/**
 * Checks that a string is exactly one term: anything else could end the list that it is inserted into.
 * @throws {UnwritableValue}
 */
export function checkErlangTerm(text: string): string {
  const reader = new TermReader(checkReadable(text));
  reader.term(0);
  reader.take(BLANK);
  if (!reader.isDone) throw termError('it is followed by more text');
  return text;
}

class TermReader {
  #at = 0;

  constructor(private readonly text: string) {}

  get isDone(): boolean {
    return this.#at >= this.text.length;
  }

  take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const [found] = pattern.exec(this.text) ?? [];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  term(depth: number): void {
    if (depth > MAX_DEPTH) throw termError(`it is nested deeper than ${MAX_DEPTH} levels`);
    this.take(BLANK);
    if (this.#scalar()) return;
    if (this.take(/\{/y)) this.#items(/\}/y, () => this.#item(depth));
    else if (this.take(/\[/y)) this.#list(depth);
    else if (this.take(/#\{/y)) this.#items(/\}/y, () => this.#pair(depth));
    else throw termError('a term is missing');
  }

  #scalar(): boolean {
    const atom = this.take(ATOM);
    if (atom !== undefined && RESERVED.has(atom)) throw termError(`'${atom}' is a reserved word`);
    if (atom !== undefined) return true;
    // Adjacent strings are concatenated.
    if (this.take(STRING) !== undefined) {
      while (this.take(BLANK) !== undefined && this.take(STRING) !== undefined);
      return true;
    }
    return [QUOTED_ATOM, NUMBER, CHARACTER, BINARY].some((pattern) => this.take(pattern) !== undefined);
  }

  /** Reads items separated by commas, up to a closing bracket. */
  #items(end: RegExp, item: () => void): void {
    this.take(BLANK);
    if (this.take(end)) return;
    do item();
    while (this.take(/,/y));
    if (!this.take(end)) throw termError('a comma or a closing bracket is missing');
  }

  #item(depth: number): void {
    this.term(depth + 1);
    this.take(BLANK);
  }

  /** The last item may be followed by a bar and a tail. */
  #list(depth: number): void {
    let hasTail = false;
    this.#items(/\]/y, () => {
      if (hasTail) throw termError('the tail of a list is followed by more items');
      this.#item(depth);
      hasTail = this.take(/\|/y) !== undefined;
      if (hasTail) this.#item(depth);
    });
  }

  #pair(depth: number): void {
    this.#item(depth);
    if (!this.take(/=>/y)) throw termError("'=>' is missing in a map");
    this.#item(depth);
  }
}

/** Erlang rejects files that contain these two noncharacters. */
function checkReadable(text: string): string {
  if (/[\ufffe\uffff]/.test(checkFileText(text, FILE)))
    throw new UnwritableValue(`the value contains U+FFFE or U+FFFF, which ${FILE} cannot contain`);
  return text;
}

function matchWhole(pattern: RegExp, text: string): boolean {
  pattern.lastIndex = 0;
  return pattern.exec(text)?.[0].length === text.length;
}

function checkLength(name: string): string {
  if ([...name].length <= MAX_ATOM_LENGTH) return name;
  throw new UnwritableValue(
    `a name has more than ${MAX_ATOM_LENGTH} characters, which ${FILE} cannot contain`,
  );
}

function termError(why: string): UnwritableValue {
  return new UnwritableValue(
    `the value is not one Erlang term: ${why}`,
    'write it as in advanced.config, without a full stop: [{connection, info}], <<"text">>, true, 5',
  );
}
