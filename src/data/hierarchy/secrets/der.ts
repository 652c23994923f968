/** One element of DER, the binary form of ASN.1 in which PKCS #7 messages come. */
export interface DerElement {
  readonly tag: number;
  readonly content: Buffer;
}

/** What DER's tags stand for, as far as they occur here. */
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

/** How deep what is encoded may be nested: messages of PKCS #7 are some ten deep. */
const MAX_DEPTH = 50;

/**
 * Reads the elements that stand one after the other.
 * @throws where the data ends in the middle of one, or they are nested deeper than any message is.
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

/** An element, and where the next one begins. */
function readElement(data: Buffer, start: number, depth: number): DerElement & { readonly end: number } {
  if (depth > MAX_DEPTH) throw new Error(`the data are nested deeper than ${MAX_DEPTH}`);
  const tag = readByte(data, start);
  const first = readByte(data, start + 1);
  const at = start + 2;
  if (first === CONSTRUCTED << 2) {
    // Of indefinite length: it ends with two bytes of zero, as streaming encoders write it.
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

/** Bytes of the longest length: what it counts would fit in no memory. */
const MAX_LENGTH_BYTES = 6;

function readByte(data: Buffer, at: number): number {
  return data[at] ?? raiseTruncated();
}

function raiseTruncated(): never {
  throw truncatedError();
}

function truncatedError(): Error {
  return new Error('the data end too soon');
}

/** The bytes of an octet string, which may come in pieces. */
export function readOctets({ tag, content }: DerElement, depth = 0): Buffer {
  if (depth > MAX_DEPTH) throw new Error(`the data are nested deeper than ${MAX_DEPTH}`);
  if ((tag & CONSTRUCTED) === 0) return content;
  return Buffer.concat(readDer(content).map((one) => readOctets(one, depth + 1)));
}
