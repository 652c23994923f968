import { Atom, Charlist, Opaque, type Term, TermMap, Tuple } from './term.js';

/** The byte with which every external term begins. */
export const VERSION = 131;

/** Encodes a term in Erlang's external format, preceded by the version. */
export function encodeTerm(term: Term): Buffer {
  const parts: Buffer[] = [Buffer.from([VERSION])];
  write(term, parts);
  return Buffer.concat(parts);
}

/** Encodes an atom without the version, for the names of nodes in other terms. */
export function encodeAtom(name: string): Buffer {
  const text = Buffer.from(name, 'utf8');
  const encodeHead = text.length < 256 ? [119, text.length] : [118, text.length >> 8, text.length & 255];
  return Buffer.concat([Buffer.from(encodeHead), text]);
}

function write(term: Term, parts: Buffer[]): void {
  if (typeof term === 'number' || typeof term === 'bigint') parts.push(encodeNumber(term));
  else if (Buffer.isBuffer(term)) parts.push(head(109, term.length), term);
  else if (term instanceof Atom) parts.push(encodeAtom(term.name));
  else if (term instanceof Opaque) parts.push(term.bytes);
  else if (term instanceof Charlist) parts.push(...encodeCharlist(term.bytes));
  else if (term instanceof Tuple) {
    parts.push(head(105, term.elements.length));
    for (const element of term.elements) write(element, parts);
  } else if (term instanceof TermMap) {
    parts.push(head(116, term.pairs.length));
    for (const element of term.pairs.flat()) write(element, parts);
  } else writeList(term, parts);
}

function writeList(list: readonly Term[], parts: Buffer[]): void {
  if (list.length > 0) {
    parts.push(head(108, list.length));
    for (const element of list) write(element, parts);
  }
  parts.push(Buffer.from([106]));
}

function encodeCharlist(bytes: Buffer): Buffer[] {
  if (bytes.length === 0) return [Buffer.from([106])];
  const size = Buffer.alloc(3);
  size[0] = 107;
  size.writeUInt16BE(bytes.length, 1);
  return [size, bytes];
}

function encodeNumber(value: number | bigint): Buffer {
  if (typeof value === 'number' && !Number.isSafeInteger(value)) {
    const float = Buffer.alloc(9);
    float[0] = 70;
    float.writeDoubleBE(value, 1);
    return float;
  }
  if (value >= -0x80000000 && value <= 0x7fffffff) {
    const small = Buffer.alloc(5);
    small[0] = 98;
    small.writeInt32BE(Number(value), 1);
    return small;
  }
  return encodeBigInteger(BigInt(value));
}

function encodeBigInteger(value: bigint): Buffer {
  const digits: number[] = [];
  for (let rest = value < 0n ? -value : value; rest > 0n; rest >>= 8n) digits.push(Number(rest & 255n));
  return Buffer.from([110, digits.length, value < 0n ? 1 : 0, ...digits]);
}

function head(tag: number, size: number): Buffer {
  const bytes = Buffer.alloc(5);
  bytes[0] = tag;
  bytes.writeUInt32BE(size, 1);
  return bytes;
}
