import { RecordFile } from '../records/record-file.js';
import { type AuthorizedKey, formatKey, parseKey } from './key-line.js';

/** An authorized_keys file that is changed key by key. */
export class KeyFile {
  readonly #file: RecordFile<AuthorizedKey>;

  /** @param path The path of the file, which is part of the names of keys without a comment. */
  constructor(path: string, text: string) {
    let unnamed = 0;
    const parse = (line: string): AuthorizedKey | undefined => {
      const key = parseKey(line);
      if (key === undefined || key.name !== '') return key;
      unnamed += 1;
      return { ...key, name: `${path}:unnamed-${unnamed}`, unnamed: true };
    };
    this.#file = new RecordFile(text, { parse, format: formatKey });
  }

  get text(): string {
    return this.#file.text;
  }

  get keys(): readonly AuthorizedKey[] {
    return this.#file.records;
  }

  find(name: string): AuthorizedKey | undefined {
    return this.keys.find((key) => key.name === name);
  }

  /** Writes a key at the position of the one with its name, or at the end. */
  put(key: AuthorizedKey): void {
    this.#file.put(key, this.find(key.name));
  }

  /** Removes the keys that match a condition. */
  remove(isRemoved: (key: AuthorizedKey) => boolean): void {
    for (const key of this.keys.filter(isRemoved)) this.#file.remove(key);
  }
}
