import type { SourceLocation } from '../../../errors/source-location.js';
import { type DataDocument, mayBeEncrypted } from './document.js';
import { readPlainFlow } from './plain-flow.js';
import { readPsychScalar } from './read-psych-scalar.js';
import { UnsupportedScalar } from './unsupported-scalar.js';

/**
 * Reads the YAML that most data files consist of: hashes and lists in block style, with scalars that end on their line.
 * Returns undefined for anything else, and for anything that may be invalid: the library reads all of YAML, at twenty
 * times the cost, and reports problems. Both readers return the same result.
 */
export function readPlainYaml(text: string, file: string): DataDocument | undefined {
  const lines = findSignificantLines(text);
  if (lines === undefined) return undefined;
  try {
    return { ...new Reader(lines, file).read(), mayBeEncrypted: mayBeEncrypted(text) };
  } catch (error) {
    if (error === notPlain || error instanceof UnsupportedScalar) return undefined;
    throw error;
  }
}

/** Thrown for YAML that this reader does not support. */
const notPlain = new Error('not plain');

interface Line {
  /** Counted from 1. */
  readonly number: number;
  readonly indent: number;
  readonly text: string;
}

/** Tested first because it is faster. */
const nonAscii = /[^\n\r\x20-\x7e]/;
/** Characters that are left to the library: tabs, spaces that YAML treats as letters, unprintable characters. */
const unusual =
  /[^\n\r\x20-\x7e\xa1-\u167f\u1681-\u1fff\u200b-\u2027\u202a-\u202e\u2030-\u205e\u2060-\u2fff\u3001-\ud7ff\ue000-\ufefe]/;

function findSignificantLines(text: string): Line[] | undefined {
  if (nonAscii.test(text) && unusual.test(text)) return undefined;
  const lines: Line[] = [];
  let number = 0;
  for (const raw of text.split('\n')) {
    number += 1;
    // A line may end with a carriage return.
    const line = raw.trimEnd();
    const content = line.trimStart();
    if (content === '' || content.startsWith('#')) continue;
    if (line === '---' && lines.length === 0) continue;
    if (line.startsWith('---') || line.startsWith('...')) return undefined;
    lines.push({ number, indent: line.length - content.length, text: content });
  }
  return lines;
}

const keyValue = /^([A-Za-z_][\w./-]*(?:::?[\w./-]+)*|'[^'\\]+'|"[^"\\]+"):(?: +(.*))?$/;

class Reader {
  readonly #hashes = new WeakMap<object, SourceLocation>();
  readonly #locations = new Map<string, SourceLocation>();
  #at = 0;

  constructor(
    private readonly lines: readonly Line[],
    private readonly file: string,
  ) {}

  read(): Omit<DataDocument, 'mayBeEncrypted'> {
    const [first] = this.lines;
    // Locations are recorded for the keys of the outermost hash.
    const root = first === undefined ? new Map<string, unknown>() : this.#hash(0, this.#locations);
    if (this.#at < this.lines.length) throw notPlain;
    return { root, locations: this.#locations, hashes: this.#hashes };
  }

  /** Reads a hash whose keys have this indentation; the first one may follow a dash. */
  #hash(indent: number, locations?: Map<string, SourceLocation>, compact?: Line): Map<string, unknown> {
    const hash = new Map<string, unknown>();
    let line = compact ?? this.lines[this.#at];
    if (line !== undefined)
      this.#hashes.set(hash, { file: this.file, line: line.number, column: indent + 1 });
    for (; line !== undefined && line.indent === indent; line = this.lines[this.#at]) {
      const [, written = '', rest = ''] = keyValue.exec(line.text) ?? raiseNotPlain();
      const key = readKey(written);
      if (hash.has(key)) throw notPlain;
      locations?.set(key, { file: this.file, line: line.number, column: indent + 1 });
      this.#at += 1;
      hash.set(key, this.#valueAfter(rest, indent));
    }
    if (line !== undefined && line.indent > indent) throw notPlain;
    return hash;
  }

  /** Reads the value after a key: a scalar on its line, or a block on the following lines. */
  #valueAfter(rest: string, indent: number): unknown {
    const next = this.lines[this.#at];
    if (rest !== '' && !rest.startsWith('#')) {
      if (next !== undefined && next.indent > indent) throw notPlain;
      return readPlainScalar(rest);
    }
    if (next === undefined) return null;
    if (next.indent >= indent && isItem(next)) return this.#list(next.indent);
    return next.indent > indent ? this.#hash(next.indent) : null;
  }

  #list(indent: number): unknown[] {
    const list: unknown[] = [];
    let line = this.lines[this.#at];
    for (; line !== undefined && line.indent === indent && isItem(line); line = this.lines[this.#at]) {
      const content = line.text.slice(1).trimStart();
      const inner = indent + line.text.length - content.length;
      if (content.startsWith('- ') || content === '' || content.startsWith('#')) throw notPlain;
      if (keyValue.test(content)) {
        list.push(this.#hash(inner, undefined, { number: line.number, indent: inner, text: content }));
      } else {
        this.#at += 1;
        const next = this.lines[this.#at];
        if (next !== undefined && next.indent > indent) throw notPlain;
        list.push(readPlainScalar(content));
      }
    }
    if (line !== undefined && line.indent > indent) throw notPlain;
    return list;
  }
}

function isItem({ text }: Line): boolean {
  return text.startsWith('- ') || text === '-';
}

function raiseNotPlain(): never {
  throw notPlain;
}

function readKey(written: string): string {
  if (written.startsWith("'") || written.startsWith('"')) {
    const key = written.slice(1, -1);
    return key === '<<' ? raiseNotPlain() : key;
  }
  // Words such as `on` are not strings, not even as keys.
  if (typeof readPsychScalar(written) !== 'string') throw notPlain;
  return written;
}

const comment = /\s+#.*$/;
const plainStart = /^(?:[A-Za-z0-9_./(+~$^;<\\]|-\d)/;

/** Reads a scalar that ends on its line, or a list or hash in flow style; a comment may follow. */
export function readPlainScalar(rest: string): unknown {
  const [sign] = rest;
  if (sign === '"') return /^"([^"\\]*)"(?:\s+#.*)?$/.exec(rest)?.[1] ?? raiseNotPlain();
  if (sign === "'")
    return (/^'((?:[^']|'')*)'(?:\s+#.*)?$/.exec(rest)?.[1] ?? raiseNotPlain()).replaceAll("''", "'");
  if (sign === '[' || sign === '{') return readPlainFlow(rest) ?? raiseNotPlain();
  const text = rest.replace(comment, '');
  if (!plainStart.test(text) || /:(?:\s|$)/.test(text)) throw notPlain;
  return readPsychScalar(text);
}
