import { randomInt } from 'node:crypto';
import { raise } from '../../../errors/glance-apply-error.js';
import type { Encrypt } from './age-encryption.js';
import { type Encrypted, formatEncrypted } from './encrypted-text.js';

const token = /ENC\[AGE,([A-Za-z0-9+/=\s]+?)\]/g;
const mark = /DEC(?:\((\d+)\))?::AGE\[([\s\S]*?)\]!/g;
const generate = /\bGENERATE\[(\d+)\]/g;

/** A data file's text for an editor: values that age encrypted are decrypted, in numbered marks. */
export interface EditableText {
  readonly text: string;
  /** The encrypted parts, by the number of their mark. */
  readonly parts: readonly { readonly written: string; readonly clear: string }[];
}

/** Replaces every value that age encrypted with `DEC(1)::AGE[the value]!`. */
export function toEditableText(text: string, open: (part: Encrypted) => string): EditableText {
  const parts: { written: string; clear: string }[] = [];
  const opened = text.replace(token, (written: string, content: string) => {
    const clear = open({ method: 'AGE', content: content.replace(/\s/g, '') });
    parts.push({ written, clear });
    return `DEC(${parts.length})::AGE[${clear}]!`;
  });
  return { text: opened, parts };
}

/**
 * Encrypts all marks: `DEC::AGE[text]!`, and `GENERATE[32]` as a random secret of 32 letters and digits. A numbered
 * mark with unchanged text keeps its encrypted form, so that a diff shows only changes.
 */
export async function encryptMarks(text: string, encrypt: Encrypt, opened?: EditableText): Promise<string> {
  const sealed = await replaceAsync(text, mark, async ([, number, clear = '']) => {
    const known = number === undefined ? undefined : opened?.parts[Number(number) - 1];
    return known?.clear === clear ? known.written : formatEncrypted('AGE', await encrypt(clear));
  });
  return replaceAsync(sealed, generate, async ([, length]) =>
    formatEncrypted('AGE', await encrypt(randomText(Number(length)))),
  );
}

/** Encrypts all values again, for the current recipients. */
export function reencryptText(
  text: string,
  open: (part: Encrypted) => string,
  encrypt: Encrypt,
): Promise<string> {
  return replaceAsync(text, token, async ([, content = '']) =>
    formatEncrypted('AGE', await encrypt(open({ method: 'AGE', content: content.replace(/\s/g, '') }))),
  );
}

/** Returns the number of values that are encrypted with age. */
export function countEncrypted(text: string): number {
  return [...text.matchAll(token)].length;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Letters and digits only: generated secrets must also be valid in URLs and option files. */
function randomText(length: number): string {
  if (length < 16 || length > 1024) {
    return raise('data.generate', `a generated secret must have 16 to 1024 characters, not ${length}`);
  }
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}

async function replaceAsync(
  text: string,
  pattern: RegExp,
  replacement: (match: readonly (string | undefined)[]) => Promise<string>,
): Promise<string> {
  let result = '';
  let at = 0;
  for (const match of text.matchAll(pattern)) {
    result += text.slice(at, match.index) + (await replacement(match));
    at = match.index + match[0].length;
  }
  return result + text.slice(at);
}
