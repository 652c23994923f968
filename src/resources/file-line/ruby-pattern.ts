/** A pattern that is not a regular expression, or one that only Ruby supports. */
export class PatternError extends Error {
  constructor(
    readonly pattern: string,
    reason: string,
    options?: ErrorOptions,
  ) {
    super(`the pattern '${pattern}' ${reason}`, options);
    this.name = 'PatternError';
  }
}

const CLASSES: Readonly<Record<string, string>> = {
  alnum: '\\p{L}\\p{N}',
  alpha: '\\p{L}',
  blank: ' \\t',
  cntrl: '\\p{Cc}',
  digit: '\\p{Nd}',
  lower: '\\p{Ll}',
  punct: '\\p{P}\\p{S}',
  space: '\\s',
  upper: '\\p{Lu}',
  word: '\\p{L}\\p{N}_',
  xdigit: '0-9A-Fa-f',
};

const SPACE = ' \\t\\n\\v\\f\\r';

/** Escapes outside of brackets that JavaScript writes differently. */
const OUTSIDE: Readonly<Record<string, string>> = {
  A: '(?<![\\s\\S])',
  z: '(?![\\s\\S])',
  Z: '(?=\\n?(?![\\s\\S]))',
  h: '[0-9A-Fa-f]',
  H: '[^0-9A-Fa-f]',
  R: '(?:\\r\\n|[\\n\\v\\f\\r])',
  a: '\\x07',
  e: '\\x1b',
  s: `[${SPACE}]`,
  S: `[^${SPACE}]`,
};

const INSIDE: Readonly<Record<string, string>> = {
  h: '0-9A-Fa-f',
  a: '\\x07',
  e: '\\x1b',
  b: '\\x08',
  s: SPACE,
};

/**
 * Lines end only at newlines, and no line begins after the last newline: `^$` matches an empty line, and not the end of
 * every text.
 */
const ANCHORS: Readonly<Record<string, string>> = {
  '^': '(?:(?<![\\s\\S])|(?<=\\n)(?=[\\s\\S]))',
  $: '(?![^\\n])',
};

/** Letters whose escapes mean the same in both languages. */
const SHARED = 'bBdDfnrsStvwWpPkxu';

/**
 * Compiles a regular expression in Ruby syntax, which Puppet's manifests use. Syntax that differs between the languages
 * is translated; syntax that only Ruby supports is refused rather than misinterpreted.
 * @throws {PatternError}
 */
export function compileRubyPattern(pattern: string): RegExp {
  const modified = splitModifiers(pattern);
  const translated = new Translation(pattern, modified).run();
  try {
    return new RegExp(translated, modified.ignoreCase ? 'ui' : 'u');
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.replace(/^.*: /, '') : String(cause);
    throw new PatternError(pattern, `is not a regular expression: ${reason}`, { cause });
  }
}

interface Modified {
  readonly source: string;
  readonly ignoreCase: boolean;
  /** Whether a dot also matches newlines: Ruby's `m`. */
  readonly dotAll: boolean;
  /** Whether white space and comments are ignored: Ruby's `x`. */
  readonly freeSpacing: boolean;
}

/** Splits off `(?i)` at the beginning, or `(?i-mx:…)` around the whole pattern. */
function splitModifiers(pattern: string): Modified {
  const whole = /^\(\?([imx]*)(?:-[imx]*)?(?::([\s\S]*)\)|\)([\s\S]*))$/.exec(pattern);
  const source = whole?.[2] ?? whole?.[3];
  if (whole === null || source === undefined || !isBalanced(source))
    return { source: pattern, ignoreCase: false, dotAll: false, freeSpacing: false };
  const has = (modifier: string) => whole[1]?.includes(modifier) ?? false;
  return { source, ignoreCase: has('i'), dotAll: has('m'), freeSpacing: has('x') };
}

/** Whether every closing parenthesis has an opening one before it. */
function isBalanced(source: string): boolean {
  let depth = 0;
  for (const [token] of source.matchAll(/\\[\s\S]|\[(?:\\[\s\S]|[^\]])*\]|[()]/g)) {
    if (token === '(') depth += 1;
    if (token === ')') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** Translates a pattern in one pass. */
class Translation {
  #rest: string;
  #out = '';

  constructor(
    private readonly pattern: string,
    private readonly modified: Modified,
  ) {
    this.#rest = modified.source;
  }

  run(): string {
    while (this.#rest !== '') this.#out += this.#next();
    return this.#out;
  }

  #next(): string {
    if (this.#rest.startsWith('\\')) return this.#escape(OUTSIDE);
    if (this.#take(/^\(\?#[^)]*\)/) !== undefined) return '';
    if (this.modified.freeSpacing && this.#take(/^(?:\s+|#[^\n]*)/) !== undefined) return '';
    if (/^\(\?>/.test(this.#rest)) this.#refuse('has an atomic group (?>…)');
    if (/^\(\?[a-z-]+[:)]/.test(this.#rest)) this.#refuse('changes its options within itself');
    if (/^(?:[*+?]|\{\d*,?\d*\})\+/.test(this.#rest)) this.#refuse('has a possessive repetition');
    if (this.#rest.startsWith('[')) return this.#brackets();
    const repetition = this.#take(/^\{(?:\d+(?:,\d*)?|,\d+)\}/);
    if (repetition !== undefined) return repetition.replace('{,', '{0,');
    const character = this.#take(/^[\s\S]/u) ?? '';
    if (character === '.') return this.modified.dotAll ? '[\\s\\S]' : '[^\\n]';
    if (Object.hasOwn(ANCHORS, character)) return ANCHORS[character] ?? '';
    return '{}]'.includes(character) ? `\\${character}` : character;
  }

  #brackets(): string {
    let out = this.#take(/^\[\^?/) ?? '';
    // As the first character, a closing bracket is a literal.
    if (this.#take(/^\]/) !== undefined) out += '\\]';
    while (!this.#rest.startsWith(']')) {
      if (this.#rest === '')
        throw new PatternError(this.pattern, "is not a regular expression: a '[' is not closed");
      const posix = this.#take(/^\[:\^?\w+:\]/);
      const isClass = posix !== undefined || /^\\[dDsSwWhHpP]/.test(this.#rest);
      if (posix !== undefined) out += this.#posix(posix);
      else if (this.#rest.startsWith('[')) this.#refuse('has a set within a set');
      else if (this.#rest.startsWith('&&')) this.#refuse('has an intersection of sets (&&)');
      else if (this.#rest.startsWith('\\')) out += this.#escape(INSIDE);
      else out += this.#take(/^[\s\S]/u) ?? '';
      // After a character class, a hyphen cannot form a range.
      if (isClass && this.#take(/^-(?!\])/) !== undefined) out += '\\-';
    }
    return out + (this.#take(/^\]/) ?? '');
  }

  #posix(written: string): string {
    const name = written.replace(/[^\w]/g, '');
    const members = CLASSES[name];
    if (members === undefined || written.includes('^')) this.#refuse(`has ${written}`);
    return members;
  }

  #escape(table: Readonly<Record<string, string>>): string {
    const braced = this.#take(/^\\[pP]\{\^?\w+\}/);
    if (braced !== undefined) return this.#property(braced, table === INSIDE);
    const number = this.#take(/^\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|u\{[0-9A-Fa-f]+\}|k<\w+>|[1-9]\d*|0)/);
    if (number !== undefined) return number;
    const escaped = this.#take(/^\\[\s\S]/u)?.slice(1);
    if (escaped === undefined)
      throw new PatternError(this.pattern, 'is not a regular expression: it ends with a backslash');
    if (Object.hasOwn(table, escaped)) return table[escaped] ?? '';
    if (SHARED.includes(escaped) && !(table === INSIDE && 'Bk'.includes(escaped))) return `\\${escaped}`;
    if (/[A-Za-z0-9]/.test(escaped)) this.#refuse(`has \\${escaped}`);
    return /[\^$\\.*+?()[\]{}|/-]/.test(escaped) && !(escaped === '-' && table === OUTSIDE)
      ? `\\${escaped}`
      : escaped;
  }

  #property(written: string, inside: boolean): string {
    const name = /\w+/.exec(written.slice(2))?.[0] ?? '';
    const members = CLASSES[name.toLowerCase()];
    const negated = written.startsWith('\\P') !== written.includes('^');
    if (members === undefined) return `\\${negated ? 'P' : 'p'}{${name}}`;
    if (!inside) return `[${negated ? '^' : ''}${members}]`;
    return negated ? this.#refuse(`has ${written} in a set`) : members;
  }

  #take(expression: RegExp): string | undefined {
    const found = expression.exec(this.#rest)?.[0];
    if (found !== undefined) this.#rest = this.#rest.slice(found.length);
    return found;
  }

  #refuse(what: string): never {
    throw new PatternError(this.pattern, `${what}, which only Ruby supports; write it in another way`);
  }
}
