import { ensureDefined } from '../../../errors/ensure-defined.js';
import { NETWORK_BOUNDS } from '../../../hosts/network-bounds.js';
import { VERSION } from './encode-term.js';
import { ErlangProtocolError } from './protocol-error.js';
import { Atom, Charlist, Opaque, type Term, TermMap, Tuple } from './term.js';

/** Tags of atoms, and of the small integer that is the arity of a function. */
const NAMES = new Set([97, 100, 115, 118, 119]);

/** The maximum size of an integer in bytes. */
const MAX_INTEGER_BYTES = 1024;

/**
 * Decodes a sequence of terms, each preceded by the version.
 * @throws {ErlangProtocolError} if they are not valid, or exceed the limits of a message.
 */
export function decodeTerms(bytes: Buffer): Term[] {
  const reader = new Reader(bytes);
  const terms: Term[] = [];
  while (reader.at < bytes.length) {
    if (reader.byte() !== VERSION) throw new ErlangProtocolError('these bytes are not an Erlang term');
    terms.push(reader.term());
  }
  return terms;
}

class Reader {
  at = 0;
  #depth = 0;
  #count = 0;

  constructor(private readonly bytes: Buffer) {}

  byte(): number {
    return this.number(1);
  }

  term(): Term {
    const { erlangDepth, erlangTerms } = NETWORK_BOUNDS;
    this.#depth += 1;
    this.#count += 1;
    if (this.#depth > erlangDepth)
      throw new ErlangProtocolError(`an Erlang term is nested deeper than ${erlangDepth} levels`);
    if (this.#count > erlangTerms)
      throw new ErlangProtocolError(`an Erlang message has more than ${erlangTerms} terms`);
    const term = this.#one();
    this.#depth -= 1;
    return term;
  }

  terms(count: number): Term[] {
    // Each term has at least one byte.
    if (count > this.bytes.length - this.at) throw createTruncationError();
    const terms: Term[] = [];
    for (let at = 0; at < count; at++) terms.push(this.term());
    return terms;
  }

  #one(): Term {
    const start = this.at;
    const tag = this.byte();
    const read = readers[tag];
    if (read !== undefined) return read(this);
    const size = readOpaqueSize(tag, this);
    if (size === undefined) throw new ErlangProtocolError(`an Erlang term has the unknown tag ${tag}`);
    this.take(size);
    return new Opaque(Buffer.from(this.bytes.subarray(start, this.at)));
  }

  take(size: number): Buffer {
    const end = this.at + size;
    if (end > this.bytes.length) throw createTruncationError();
    const taken = Buffer.from(this.bytes.subarray(this.at, end));
    this.at = end;
    return taken;
  }

  number(size: 1 | 2 | 4): number {
    const { at } = this;
    this.at += size;
    if (this.at > this.bytes.length) throw createTruncationError();
    return this.bytes.readUIntBE(at, size);
  }

  /**
   * Returns the size of so many names and the bytes after them, without consuming them.
   * @throws if a name is a compound term: each level of it would be read and copied again.
   */
  span(count: number, after: number): number {
    const start = this.at;
    for (let name = 0; name < count; name++) {
      if (!NAMES.has(this.bytes[this.at] ?? 0))
        throw new ErlangProtocolError('a process or function of Erlang has no name');
      this.term();
    }
    const size = this.at + after - start;
    this.at = start;
    return size;
  }
}

const readers: Readonly<Record<number, (reader: Reader) => Term>> = {
  70: (reader) => reader.take(8).readDoubleBE(0),
  97: (reader) => reader.number(1),
  98: (reader) => reader.take(4).readInt32BE(0),
  100: (reader) => new Atom(reader.take(reader.number(2)).toString('latin1')),
  104: (reader) => new Tuple(reader.terms(reader.number(1))),
  105: (reader) => new Tuple(reader.terms(reader.number(4))),
  106: () => [],
  107: (reader) => new Charlist(reader.take(reader.number(2))),
  108: (reader) => {
    const items = reader.terms(reader.number(4));
    const tail = reader.term();
    // The tail of a proper list is the empty list.
    return Array.isArray(tail) && tail.length === 0 ? items : [...items, tail];
  },
  109: (reader) => reader.take(reader.number(4)),
  110: (reader) => readBigInteger(reader, reader.number(1)),
  111: (reader) => readBigInteger(reader, reader.number(4)),
  115: (reader) => new Atom(reader.take(reader.number(1)).toString('latin1')),
  116: (reader) => {
    const all = reader.terms(reader.number(4) * 2);
    const keys = all.filter((_term, at) => at % 2 === 0);
    return new TermMap(keys.map((key, at) => [key, ensureDefined(all[at * 2 + 1])] as const));
  },
  118: (reader) => new Atom(reader.take(reader.number(2)).toString('utf8')),
  119: (reader) => new Atom(reader.take(reader.number(1)).toString('utf8')),
};

function readBigInteger(reader: Reader, size: number): number | bigint {
  if (size > MAX_INTEGER_BYTES)
    throw new ErlangProtocolError(`an Erlang integer is longer than ${MAX_INTEGER_BYTES} bytes`);
  const negative = reader.number(1) === 1;
  const value = BigInt(`0x0${reader.take(size).reverse().toString('hex')}`);
  const signed = negative ? -value : value;
  return Number.isSafeInteger(Number(signed)) ? Number(signed) : signed;
}

function createTruncationError(): ErlangProtocolError {
  return new ErlangProtocolError('an Erlang term is incomplete');
}

/** Returns the number of bytes after the tag of a process, a reference, a port or a function. */
function readOpaqueSize(tag: number, reader: Reader): number | undefined {
  switch (tag) {
    case 88: // A process: its node, then three numbers.
      return reader.span(1, 12);
    case 103: // An older process.
      return reader.span(1, 9);
    case 89: // A port.
      return reader.span(1, 8);
    case 102: // An older port.
      return reader.span(1, 5);
    case 120: // A newer port.
      return reader.span(1, 12);
    case 90: // A reference of so many words.
    case 114: {
      const words = reader.number(2);
      const size = reader.span(1, (tag === 90 ? 4 : 1) + words * 4);
      reader.at -= 2;
      return size + 2;
    }
    case 112: {
      // A function: its size includes the size field.
      const size = reader.number(4);
      reader.at -= 4;
      return size;
    }
    case 113: // A function by module, name and arity.
      return reader.span(3, 0);
    case 77: {
      // A bit string whose last byte is incomplete.
      const size = reader.number(4);
      reader.at -= 4;
      return size + 5;
    }
    default:
      return undefined;
  }
}
