/** How the records of a kind of file are read and written. */
export interface RecordFormat<R> {
  /** What a line says; undefined for comments, blank lines and what cannot be understood. */
  parse(line: string): R | undefined;
  /** The line of a record. */
  format(record: R): string;
  /** Whether a line carries on the one above it. @default no line does */
  continues?(line: string): boolean;
}

interface Part<R> {
  /** A line, with those that carry it on. */
  readonly text: string;
  readonly record?: R | undefined;
}

/** A file with one record per line, changed record by record; all other lines keep their bytes and their place. */
export class RecordFile<R extends object> {
  /** What was taken out leaves a hole, so that places stay as they are. */
  readonly #parts: (Part<R> | undefined)[] = [];
  readonly #places = new Map<R, number>();

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

  /** Writes a record in the place of another, or at the end. */
  put(record: R, before?: R): void {
    const place = before && this.#places.get(before);
    if (before === undefined || place === undefined) {
      this.#add(this.format.format(record), record);
      return;
    }
    this.#places.delete(before);
    this.#places.set(record, place);
    this.#parts[place] = { text: this.format.format(record), record };
  }

  /** Takes a record out, with its whole line. */
  remove(record: R): void {
    const place = this.#places.get(record);
    if (place === undefined) return;
    this.#parts[place] = undefined;
    this.#places.delete(record);
  }

  #add(text: string, record: R | undefined): void {
    if (record !== undefined) this.#places.set(record, this.#parts.length);
    this.#parts.push({ text, record });
  }
}
