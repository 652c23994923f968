import type { Place } from '../../../errors/place.js';
import { type DataDocument, mayBeEncrypted, type RootHash } from './document.js';
import { readPlainScalar } from './plain-yaml.js';

// Everything that a line may be, put together so that whatever fits is read without complaint: keys that are texts
// beyond doubt, scalars on one line, and lists and small hashes of such scalars.
const key = String.raw`(?!(?:yes|no|on|off|true|false|null):)[a-z_][\w./-]*(?:::?[\w./-]+)*`;
const word = String.raw`[a-z_][\w./-]*|-?\d{1,15}(?:\.\d{1,15})*|'[^'\n]*'|"[^"\\\n]*"`;
// Colons may stand within words, as in addresses.
const text = String.raw`[a-z_][\w./-]*(?::[\w./-]+)*(?: +[\w./-]+(?::[\w./-]+)*)*`;
const list = String.raw`\[(?:(?:${word})(?:, *(?:${word}))*)?\]`;
// That a hash has no key twice is seen here for two of them.
const hash = String.raw`\{([a-z_]\w{5,}|[a-z]): (?:${word})(?:, (?!\1:)(?:[a-z_]\w{5,}|[a-z]): (?:${word}))?\}`;
const value = `${text}|${word}|${list}|${hash}`;

/** Characters: in a larger file looking for a key would take long, and expressions go deep in a long line. */
const MAX_CHARACTERS = 32 * 1024;

/** Finds a line that may need more than is known here. */
const unsupported = new RegExp(String.raw`^(?!(?:${key}: +(?:${value})|#.*)?\r?$)`, 'im');
const keys = new RegExp(`^${key}(?=:)`, 'gim');
/** Signs beyond ASCII, and ends of lines that are none here. */
const unusual = /[^\n\r\x20-\x7e]|\r(?!\n)/;

/**
 * Reads a file that has nothing but keys with a scalar or a short list each, as most data files do. It is only
 * looked over, which takes a tenth of the time of reading it; values are read when somebody asks for them. Any
 * other file makes it undefined.
 */
export function readFlatYaml(content: string, file: string): DataDocument | undefined {
  const body = content.startsWith('---\n') ? content.slice(4) : content;
  if (body.length > MAX_CHARACTERS || unusual.test(body) || unsupported.test(body)) return undefined;
  const found = body.match(keys) ?? [];
  const names = new Set(found);
  // A key that is there twice is for the library to complain of.
  if (names.size < found.length) return undefined;
  return new FlatDocument(new FlatHash(body, names), content, file);
}

class FlatDocument implements DataDocument {
  readonly hashes = new WeakMap<object, Place>();
  #places: Map<string, Place> | undefined;

  constructor(
    readonly root: FlatHash,
    private readonly content: string,
    private readonly file: string,
  ) {}

  get places(): ReadonlyMap<string, Place> {
    this.#places ??= new Map(
      this.content.split('\n').flatMap((text, index) => {
        const [name] = text.match(keys) ?? [];
        return name === undefined ? [] : [[name, { file: this.file, line: index + 1, column: 1 }] as const];
      }),
    );
    return this.#places;
  }

  get mayBeEncrypted(): boolean {
    return mayBeEncrypted(this.content);
  }
}

/** The keys of a file that was looked over, and their values once they were asked for. */
class FlatHash implements RootHash {
  readonly #values = new Map<string, unknown>();

  constructor(
    private readonly content: string,
    private readonly names: ReadonlySet<string>,
  ) {}

  has(name: string): boolean {
    return this.names.has(name);
  }

  get(name: string): unknown {
    if (!this.names.has(name)) return undefined;
    if (!this.#values.has(name)) this.#values.set(name, this.#read(name));
    return this.#values.get(name);
  }

  *[Symbol.iterator](): IterableIterator<[string, unknown]> {
    for (const name of this.names) yield [name, this.get(name)];
  }

  #read(name: string): unknown {
    const { content } = this;
    // With the space behind the colon: another key may go on after it.
    const line = content.startsWith(`${name}: `) ? 0 : content.indexOf(`\n${name}: `) + 1;
    const end = content.indexOf('\n', line);
    return readPlainScalar(content.slice(line + name.length + 1, end === -1 ? undefined : end).trim());
  }
}
