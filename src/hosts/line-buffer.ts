/** A longer line is passed on in pieces, so that a program that never ends one does not fill the memory. Characters. */
const LONGEST_LINE = 1 << 16;

/**
 * Passes output that comes in pieces on in whole lines: a secret that was cut in two by a pipe would not be
 * recognized. A carriage return ends a line too, as that of a progress bar.
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

  /** Passes on what is left: the last line need not be ended. */
  end(): void {
    if (this.#rest !== '') this.pass(this.#rest);
    this.#rest = '';
  }
}
