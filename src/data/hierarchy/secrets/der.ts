/** One element of DER, the binary encoding of ASN.1 that PKCS #7 messages use. */
export interface DerElement {
  readonly tag: number;
  readonly content: Buffer;
}

/** The DER tags that occur in these messages. */
export const derTag = {
  integer: 0x02,
  octets: 0x04,
  object: 0x06,
  sequence: 0x30,
  set: 0x31,
  context0: 0x80,
} as const;

/** Constructed encodings have this bit in their tag. */
const CONSTRUCTED = 0x20;

/** The limit of nesting: PKCS #7 messages have about ten levels. */
const MAX_DEPTH = 50;

/**
 * Reads a sequence of elements.
 * @throws if the data is truncated or nested too deeply.
 */
export function readDer(data: Buffer): DerElement[] {
  const elements: DerElement[] = [];
  for (let at = 0; at < data.length; ) {
    const element = readElement(data, at, 0);
    elements.push(element);
    at = element.end;
  }
  return elements;
}

/** Reads an element, and the position of the next one. */
function readElement(data: Buffer, start: number, depth: number): DerElement & { readonly end: number } {
  if (depth > MAX_DEPTH) throw new Error(`the data is nested deeper than ${MAX_DEPTH} levels`);
  const tag = readByte(data, start);
  const first = readByte(data, start + 1);
  const at = start + 2;
  if (first === CONSTRUCTED << 2) {
    // Indefinite length, as streaming encoders write it: ends with two zero bytes.
    let end = at;
    while (readByte(data, end) !== 0 || readByte(data, end + 1) !== 0)
      ({ end } = readElement(data, end, depth + 1));
    return { tag, content: data.subarray(at, end), end: end + 2 };
  }
  const bytes = first > 0x80 ? first & 0x7f : 0;
  if (bytes > MAX_LENGTH_BYTES || at + bytes > data.length) throw truncatedError();
  const length = bytes === 0 ? first : data.readUIntBE(at, bytes);
  const end = at + bytes + length;
  if (end > data.length) throw truncatedError();
  return { tag, content: data.subarray(at + bytes, end), end };
}

/** Maximum bytes of a length: larger contents would not fit in memory. */
const MAX_LENGTH_BYTES = 6;

function readByte(data: Buffer, at: number): number {
  return data[at] ?? raiseTruncated();
}

function raiseTruncated(): never {
  throw truncatedError();
}

function truncatedError(): Error {
  return new Error('the data is truncated');
}

/** Returns the bytes of an octet string, which may consist of several parts. */
export function readOctets({ tag, content }: DerElement, depth = 0): Buffer {
  if (depth > MAX_DEPTH) throw new Error(`the data is nested deeper than ${MAX_DEPTH} levels`);
  if ((tag & CONSTRUCTED) === 0) return content;
  return Buffer.concat(readDer(content).map((one) => readOctets(one, depth + 1)));
}
