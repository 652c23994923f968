/**
 * The maximum number of characters in a line. Longer lines are passed on in pieces, so that a program that never ends a
 * line does not fill the memory.
 */
const LONGEST_LINE = 1 << 16;

/**
 * Receives output in pieces and passes on whole lines: a secret that is split between two pieces would not be
 * recognized. A carriage return ends a line too, as in a progress bar.
 */
export class LineBuffer {
  #rest = '';

  constructor(private readonly pass: (lines: string) => void) {}

  add(text: string): void {
    const end = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
    const whole = this.#rest + text.slice(0, end);
    this.#rest = end === 0 ? whole + text : text.slice(end);
    if (end > 0) this.pass(whole);
    else if (this.#rest.length > LONGEST_LINE) this.end();
  }

  /** Passes on the rest: the last line may lack a line break. */
  end(): void {
    if (this.#rest !== '') this.pass(this.#rest);
    this.#rest = '';
  }
}
