/** Text as lines, with everything that is necessary to join it again. */
export interface Lines {
  /** A byte order mark, or nothing. */
  readonly mark: string;
  /** The lines without their ends. */
  readonly bodies: readonly string[];
  /** The end of each line: `\n`, `\r\n`, or nothing for a last line that has none. */
  readonly ends: readonly string[];
  /** The end that most lines have. */
  readonly commonEnd: string;
}

const BYTE_ORDER_MARK = '\uFEFF';

/** Splits text into lines. */
export function splitLines(text: string): Lines {
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
  const bodies: string[] = [];
  const ends: string[] = [];
  let returns = 0;
  let from = mark.length;
  while (from < text.length) {
    const at = text.indexOf('\n', from);
    if (at < 0) {
      bodies.push(text.slice(from));
      ends.push('');
      break;
    }
    const returned = at > from && text.charCodeAt(at - 1) === 0x0d;
    if (returned) returns += 1;
    bodies.push(text.slice(from, returned ? at - 1 : at));
    ends.push(returned ? '\r\n' : '\n');
    from = at + 1;
  }
  return { mark, bodies, ends, commonEnd: returns * 2 > bodies.length ? '\r\n' : '\n' };
}

/**
 * Edits that replace, remove and add lines of a text. Unchanged lines keep their bytes; if the last line has no line break,
 * the result has none, either.
 */
export class LineEdits {
  readonly #replaced = new Map<number, string | undefined>();
  readonly #added = new Map<number, string[]>();

  constructor(private readonly lines: Lines) {}

  get isEmpty(): boolean {
    return this.#replaced.size === 0 && this.#added.size === 0;
  }

  replace(line: number, body: string): void {
    this.#replaced.set(line, body);
  }

  remove(line: number): void {
    this.#replaced.set(line, undefined);
  }

  /** Adds lines after a line, and after those that were added there before; -1 is the top. */
  addAfter(line: number, bodies: Iterable<string>): void {
    const known = this.#added.get(line) ?? [];
    for (const body of bodies) known.push(body);
    this.#added.set(line, known);
  }

  /** Adds lines directly after a line, before those that were added there. */
  addNextTo(line: number, bodies: readonly string[]): void {
    this.#added.set(line, bodies.concat(this.#added.get(line) ?? []));
  }

  /** Whether lines are added after a line. */
  hasAddedAfter(line: number): boolean {
    return this.#added.has(line);
  }

  toString(): string {
    const { mark, bodies, ends, commonEnd } = this.lines;
    const result: string[] = [];
    const add = (line: number) => {
      for (const body of this.#added.get(line) ?? []) result.push(body, commonEnd);
    };
    add(-1);
    for (let line = 0; line < bodies.length; line += 1) {
      const body = this.#replaced.has(line) ? this.#replaced.get(line) : bodies[line];
      if (body !== undefined) result.push(body, ends[line] || commonEnd);
      add(line);
    }
    if (ends.at(-1) === '') result.pop();
    return mark + result.join('');
  }
}
