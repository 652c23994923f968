import { createHash } from 'node:crypto';

/** The format version of records. Those of format 1 had neither a version nor a checksum. */
const FORMAT = 2;

const tail = /,"format":(\d+),"checksum":"([0-9a-f]{16})"\}$/;

/** The result of decoding a line: the record, or why it is not one. */
export type DecodedRecord =
  | { readonly record: unknown }
  | {
      readonly why: string;
      /** It was written by a newer version. */
      readonly newer?: true;
    };

/** Encodes a record as one line of JSON with a checksum as its last property, without the line terminator. */
export function encodeRecord(record: object): string {
  const text = JSON.stringify(record);
  return `${text.slice(0, -1)},"format":${FORMAT},"checksum":"${checksumOf(text)}"}`;
}

/** Decodes a line of `encodeRecord`, or the plain JSON of format 1. */
export function decodeRecord(line: string): DecodedRecord {
  const found = tail.exec(line);
  try {
    if (found === null) return decodeFormat1(JSON.parse(line));
    const [, format, checksum] = found;
    if (Number(format) > FORMAT) {
      return { why: `it was written by a newer version of glance-apply (format ${format})`, newer: true };
    }
    const text = `${line.slice(0, found.index)}}`;
    return checksumOf(text) === checksum ? { record: JSON.parse(text) } : { why: damaged };
  } catch {
    return { why: damaged };
  }
}

const damaged = 'it is damaged or cut off';

function decodeFormat1(record: unknown): DecodedRecord {
  const isObject = typeof record === 'object' && record !== null;
  return isObject && ('format' in record || 'checksum' in record) ? { why: damaged } : { record };
}

function checksumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
