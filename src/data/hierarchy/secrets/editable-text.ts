import { randomInt } from 'node:crypto';
import { raise } from '../../../errors/glance-apply-error.js';
import type { Encrypt } from './age-encryption.js';
import { type Encrypted, formatEncrypted } from './encrypted-text.js';

const token = /ENC\[AGE,([A-Za-z0-9+/=\s]+?)\]/g;
const mark = /DEC(?:\((\d+)\))?::AGE\[([\s\S]*?)\]!/g;
const generate = /\bGENERATE\[(\d+)\]/g;

/** A data file's text for an editor: what age encrypted is in clear, in numbered marks. */
export interface EditableText {
  readonly text: string;
  /** What was encrypted, by the number of its mark. */
  readonly parts: readonly { readonly written: string; readonly clear: string }[];
}

/** Replaces every value that age encrypted by `DEC(1)::AGE[the value]!`. */
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
 * Encrypts all marks: `DEC::AGE[text]!`, and `GENERATE[32]` as a random secret of so many letters and digits. A
 * numbered mark that still says what it said keeps what was encrypted, so that only changes show.
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

/** Encrypts everything anew, for the recipients of now. */
export function reencryptText(
  text: string,
  open: (part: Encrypted) => string,
  encrypt: Encrypt,
): Promise<string> {
  return replaceAsync(text, token, async ([, content = '']) =>
    formatEncrypted('AGE', await encrypt(open({ method: 'AGE', content: content.replace(/\s/g, '') }))),
  );
}

/** How many values of a text are encrypted with age. */
export function countEncrypted(text: string): number {
  return [...text.matchAll(token)].length;
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Letters and digits alone: what is generated also has to stand in URLs and option files. */
function randomText(length: number): string {
  if (length < 16 || length > 1024) {
    return raise('data.generate', `a generated secret has from 16 to 1024 characters, not ${length}`);
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
