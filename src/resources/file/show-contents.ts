import { isUtf8 } from 'node:buffer';
import { createHash } from 'node:crypto';
import type { DisplayedValues } from '../../catalog/attribute.js';
import { type Bytes, toBuffer } from './bytes.js';

/** The number of bytes above which contents are displayed as checksums: a longer diff is not readable. */
export const SHOWN_LIMIT = 64 * 1024;

const SUMMARY =
  /^(?:\{(?:md5|sha1|sha224|sha256|sha384|sha512)\}[0-9a-f]+|\{size\}\d+|\{[mc]time\}\S+|binary, \d+ bytes \{sha256\}[0-9a-f]+)$/;

/** Formats the checksum of a content in Puppet's form: `{sha256}` and hexadecimal digits. */
export function formatChecksum(content: Buffer | string): string {
  return `{sha256}${createHash('sha256').update(content).digest('hex')}`;
}

/** Formats a content as text if a diff of it is readable, else as a summary with its checksum. */
export function formatContent(content: Buffer): string {
  // Bytes that are not UTF-8 are displayed as replacement characters, so different contents could look the same.
  if (!isUtf8(content) || content.includes(0))
    return `binary, ${content.length} bytes ${formatChecksum(content)}`;
  return content.length <= SHOWN_LIMIT ? content.toString('utf8') : formatChecksum(content);
}

/** Formats two contents as a difference: both as text, or neither. */
export function showContents(is: unknown, should: string | Bytes, asText: boolean): DisplayedValues {
  return showSideBySide(is, typeof should === 'string' ? should : formatContent(toBuffer(should)), asText);
}

function showSideBySide(is: unknown, should: string, asText: boolean): DisplayedValues {
  const texts = [is, should].every((one) => one === undefined || isText(one));
  return asText && texts ? { from: is, to: should } : { from: summarize(is), to: summarize(should) };
}

function isText(value: unknown): boolean {
  return (
    typeof value === 'string' && !SUMMARY.test(value) && value.length <= SHOWN_LIMIT && !value.includes('\0')
  );
}

function summarize(value: unknown): unknown {
  return typeof value !== 'string' || SUMMARY.test(value) ? value : formatChecksum(value);
}
