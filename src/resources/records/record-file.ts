/** How the records of a kind of file are parsed and formatted. */
export interface RecordFormat<R> {
  /** Parses a line; undefined for comments, blank lines and invalid lines. */
  parse(line: string): R | undefined;
  /** Formats the line of a record. */
  format(record: R): string;
  /** Whether a line continues the one above it. @default no line does */
  continues?(line: string): boolean;
}

interface Part<R> {
  /** A line with its continuations. */
  readonly text: string;
  readonly record?: R | undefined;
}

/** A file with one record per line, changed record by record; all other lines keep their bytes and their position. */
export class RecordFile<R extends object> {
  /** Removed parts are undefined, so that positions stay as they are. */
  readonly #parts: (Part<R> | undefined)[] = [];
  readonly #positions = new Map<R, number>();

  constructor(
    text: string,
    private readonly format: RecordFormat<R>,
  ) {
    const lines = text.split('\n');
    if (lines.at(-1) === '') lines.pop();
    const texts: string[] = [];
    for (const line of lines) {
      const above = texts.length - 1;
      if (above >= 0 && format.continues?.(line)) texts[above] += `\n${line}`;
      else texts.push(line);
    }
    for (const part of texts) this.#add(part, format.parse(part));
  }

  get text(): string {
    return this.#parts.map((part) => (part === undefined ? '' : `${part.text}\n`)).join('');
  }

  /** The records in their order. */
  get records(): R[] {
    return this.#parts.flatMap((part) => part?.record ?? []);
  }

  /** Writes a record at the position of another, or at the end. */
  put(record: R, before?: R): void {
    const position = before && this.#positions.get(before);
    if (before === undefined || position === undefined) {
      this.#add(this.format.format(record), record);
      return;
    }
    this.#positions.delete(before);
    this.#positions.set(record, position);
    this.#parts[position] = { text: this.format.format(record), record };
  }

  /** Removes a record with its whole line. */
  remove(record: R): void {
    const position = this.#positions.get(record);
    if (position === undefined) return;
    this.#parts[position] = undefined;
    this.#positions.delete(record);
  }

  #add(text: string, record: R | undefined): void {
    if (record !== undefined) this.#positions.set(record, this.#parts.length);
    this.#parts.push({ text, record });
  }
}
