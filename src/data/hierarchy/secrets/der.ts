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

/**
 * Reads the elements that stand one after the other.
 * @throws {RangeError} where the data ends in the middle of one.
 */
export function readDer(data: Buffer): DerElement[] {
  const elements: DerElement[] = [];
  for (let at = 0; at < data.length; ) {
    const tag = data.readUInt8(at);
    let length = data.readUInt8(at + 1);
    at += 2;
    if (length === CONSTRUCTED << 2) {
      // Of indefinite length: it ends with two bytes of zero, as streaming encoders write it.
      const rest = data.subarray(at);
      const end = endOfIndefinite(rest);
      elements.push({ tag, content: rest.subarray(0, end) });
      at += end + 2;
      continue;
    }
    if (length > 0x80) {
      const bytes = length & 0x7f;
      length = data.readUIntBE(at, bytes);
      at += bytes;
    }
    if (at + length > data.length) throw new RangeError('the data ends too soon');
    elements.push({ tag, content: data.subarray(at, at + length) });
    at += length;
  }
  return elements;
}

function endOfIndefinite(data: Buffer): number {
  for (let at = 0; at < data.length; ) {
    if (data.readUInt16BE(at) === 0) return at;
    let length = data.readUInt8(at + 1);
    at += 2;
    if (length === 0x80) {
      at += endOfIndefinite(data.subarray(at)) + 2;
      continue;
    }
    if (length > 0x80) {
      const bytes = length & 0x7f;
      length = data.readUIntBE(at, bytes);
      at += bytes;
    }
    at += length;
  }
  throw new RangeError('the data ends too soon');
}

/** The bytes of an octet string, which may come in pieces. */
export function octetsOf({ tag, content }: DerElement): Buffer {
  return (tag & CONSTRUCTED) === 0 ? content : Buffer.concat(readDer(content).map(octetsOf));
}
