import type { SourceLocation } from '../../../errors/source-location.js';
import { type DataDocument, mayBeEncrypted, type RootHash } from './document.js';
import { readPlainScalar } from './plain-yaml.js';

// The lines that this reader supports. A line that matches is valid: keys that are certainly strings, scalars on one
// line, and lists and small hashes of such scalars.
const key = String.raw`(?!(?:yes|no|on|off|true|false|null):)[a-z_][\w./-]*(?:::?[\w./-]+)*`;
const word = String.raw`[a-z_][\w./-]*|-?\d{1,15}(?:\.\d{1,15})*|'[^'\n]*'|"[^"\\\n]*"`;
// Words may contain colons, as in addresses.
const text = String.raw`[a-z_][\w./-]*(?::[\w./-]+)*(?: +[\w./-]+(?::[\w./-]+)*)*`;
const list = String.raw`\[(?:(?:${word})(?:, *(?:${word}))*)?\]`;
// Duplicate keys are only detected between two keys, so hashes have at most two.
const hash = String.raw`\{([a-z_]\w{5,}|[a-z]): (?:${word})(?:, (?!\1:)(?:[a-z_]\w{5,}|[a-z]): (?:${word}))?\}`;
const value = `${text}|${word}|${list}|${hash}`;

/** In a larger file the search for a key would take too long, and the expressions recurse deeply on long lines. */
const MAX_CHARACTERS = 32 * 1024;

/** Matches a line that this reader does not support. */
const unsupported = new RegExp(String.raw`^(?!(?:${key}: +(?:${value})|#.*)?\r?$)`, 'im');
const keys = new RegExp(`^${key}(?=:)`, 'gim');
/** Characters beyond ASCII, and line ends that this reader does not support. */
const unusual = /[^\n\r\x20-\x7e]|\r(?!\n)/;

/**
 * Reads a file in which every key has a scalar or a short list, as in most data files. The file is only scanned, which
 * takes a tenth of the time of parsing it; values are parsed on first access. Returns undefined for any other file.
 */
export function readFlatYaml(content: string, file: string): DataDocument | undefined {
  const body = content.startsWith('---\n') ? content.slice(4) : content;
  if (body.length > MAX_CHARACTERS || unusual.test(body) || unsupported.test(body)) return undefined;
  const found = body.match(keys) ?? [];
  const names = new Set(found);
  // The full reader reports duplicate keys.
  if (names.size < found.length) return undefined;
  return new FlatDocument(new FlatHash(body, names), content, file);
}

class FlatDocument implements DataDocument {
  readonly hashes = new WeakMap<object, SourceLocation>();
  #locations: Map<string, SourceLocation> | undefined;

  constructor(
    readonly root: FlatHash,
    private readonly content: string,
    private readonly file: string,
  ) {}

  get locations(): ReadonlyMap<string, SourceLocation> {
    this.#locations ??= new Map(
      this.content.split('\n').flatMap((text, index) => {
        const [name] = text.match(keys) ?? [];
        return name === undefined ? [] : [[name, { file: this.file, line: index + 1, column: 1 }] as const];
      }),
    );
    return this.#locations;
  }

  get mayBeEncrypted(): boolean {
    return mayBeEncrypted(this.content);
  }
}

/** The keys of a scanned file, and the values that have been accessed. */
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
    // With the space after the colon, because another key may contain this one and a colon.
    const line = content.startsWith(`${name}: `) ? 0 : content.indexOf(`\n${name}: `) + 1;
    const end = content.indexOf('\n', line);
    return readPlainScalar(content.slice(line + name.length + 1, end === -1 ? undefined : end).trim());
  }
}
