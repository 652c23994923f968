/** Reads a text from its beginning, piece by piece. */
export class Scanner {
  position = 0;

  constructor(readonly text: string) {}

  get rest(): string {
    return this.text.slice(this.position);
  }

  get isAtEnd(): boolean {
    return this.position >= this.text.length;
  }

  /** Takes what a sticky expression finds here; undefined where it finds nothing. */
  take(expression: RegExp): string | undefined {
    expression.lastIndex = this.position;
    const found = expression.exec(this.text)?.[0];
    if (found !== undefined) this.position += found.length;
    return found;
  }
}
