/** Reads a string from its beginning, token by token. */
export class Scanner {
  position = 0;

  constructor(readonly text: string) {}

  get rest(): string {
    return this.text.slice(this.position);
  }

  get isAtEnd(): boolean {
    return this.position >= this.text.length;
  }

  /** Reads what a sticky expression matches at the position; undefined if it does not match. */
  take(expression: RegExp): string | undefined {
    expression.lastIndex = this.position;
    const found = expression.exec(this.text)?.[0];
    if (found !== undefined) this.position += found.length;
    return found;
  }
}
