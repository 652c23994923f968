import { createHash } from 'node:crypto';

/** The version of the form in which records are written. Those of format 1 had neither version nor checksum. */
const FORMAT = 2;

const tail = /,"format":(\d+),"checksum":"([0-9a-f]{16})"\}$/;

/** What a text says that should be a record: the record, or why it is none. */
export type Decoded =
  | { readonly record: unknown }
  | {
      readonly why: string;
      /** It was written by a version that is newer than this one. */
      readonly newer?: true;
    };

/** Writes a record as one line of JSON, with a checksum as its last property, and without the end of the line. */
export function encodeRecord(record: object): string {
  const text = JSON.stringify(record);
  return `${text.slice(0, -1)},"format":${FORMAT},"checksum":"${checksumOf(text)}"}`;
}

/** Reads what `encodeRecord` has written, or the bare JSON of format 1. */
export function decodeRecord(line: string): Decoded {
  const found = tail.exec(line);
  try {
    if (found === null) return withoutChecksum(JSON.parse(line));
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

function withoutChecksum(record: unknown): Decoded {
  const isObject = typeof record === 'object' && record !== null;
  return isObject && ('format' in record || 'checksum' in record) ? { why: damaged } : { record };
}

function checksumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}
