import { readPsychScalar } from './read-psych-scalar.js';

const single = /'([^']*(?:''[^']*)*)'/y;
const double = /"([^"\\]*)"/y;
const plain = /(?:[A-Za-z0-9_./~+][\w./~+@=-]*|-\d[\w.]*)(?:(?:::?| )[\w./~+@=-]+)*/y;

/**
 * Reads a list or hash in flow style on one line, such as `[admin, 'wheel']`, of scalars in quotes or of plain
 * characters. Returns undefined for any other.
 */
export function readPlainFlow(text: string): unknown {
  const reader = new FlowReader(text);
  const value = reader.value();
  return reader.isDone && !reader.failed ? value : undefined;
}

class FlowReader {
  failed = false;
  #at = 0;

  constructor(private readonly text: string) {}

  get isDone(): boolean {
    return /^(?:\s+#.*)?$/.test(this.text.slice(this.#at));
  }

  value(): unknown {
    this.#skipSpaces();
    if (this.#sign('[')) return this.#items();
    if (this.#sign('{')) return this.#members();
    return this.#scalar();
  }

  #items(): unknown[] {
    const items: unknown[] = [];
    if (this.#sign(']')) return items;
    do items.push(this.value());
    while (!this.failed && this.#sign(','));
    if (!this.#sign(']')) this.failed = true;
    return items;
  }

  #members(): Map<string, unknown> {
    const members = new Map<string, unknown>();
    if (this.#sign('}')) return members;
    do {
      this.#skipSpaces();
      const key = this.#scalar();
      if (
        typeof key !== 'string' ||
        key === '<<' ||
        members.has(key) ||
        !this.#sign(':') ||
        !this.text.startsWith(' ', this.#at)
      ) {
        this.failed = true;
        return members;
      }
      members.set(key, this.value());
    } while (!this.failed && this.#sign(','));
    if (!this.#sign('}')) this.failed = true;
    return members;
  }

  #scalar(): unknown {
    const sign = this.text[this.#at];
    if (sign === "'") return this.#take(single)?.replaceAll("''", "'");
    if (sign === '"') return this.#take(double);
    const word = this.#take(plain);
    return word === undefined ? undefined : readPsychScalar(word);
  }

  /** Consumes a match of the pattern at the current position; returns its group, or the whole match if it has none. */
  #take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.text);
    if (match === null) {
      this.failed = true;
      return undefined;
    }
    this.#at += match[0].length;
    return match[1] ?? match[0];
  }

  #skipSpaces(): void {
    while (this.text[this.#at] === ' ') this.#at += 1;
  }

  #sign(sign: string): boolean {
    const start = this.#at;
    if (sign !== ':') this.#skipSpaces();
    if (this.text.startsWith(sign, this.#at)) {
      this.#at += 1;
      return true;
    }
    this.#at = start;
    return false;
  }
}
