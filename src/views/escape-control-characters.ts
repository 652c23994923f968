import { toUnicodeEscape } from '../formats/unicode-escape.js';

/**
 * Control characters, those that reorder or hide text unseen, and what is no character: what comes from a host or from
 * data may hold anything, and a terminal would obey it. Line breaks and tabs are left.
 */
const dangerous = /[^\P{Cc}\n\t]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const shortEscapes: Readonly<Record<string, string>> = { '\r': '\\r', '\u001b': '\\e', '\0': '\\0' };

/** Text that no terminal acts upon; line breaks and tabs stay. */
export function printable(text: string): string {
  return text.replace(dangerous, escapeCharacter);
}

/** Text on one line that no terminal acts upon. */
export function printableLine(text: string): string {
  return printable(text).replaceAll('\n', '\\n').replaceAll('\t', '\\t');
}

/**
 * A value as JSON that no terminal acts upon, and that is one line to every reader: JSON itself lets line breaks of
 * Unicode and the control characters from U+007F on stand as they are.
 */
export function printableJson(value: unknown, indent?: number): string {
  const json: string | undefined = JSON.stringify(value, undefined, indent);
  return (json ?? 'null').replace(dangerous, (sign) => sign.split('').map(toUnicodeEscape).join(''));
}

function escapeCharacter(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  const hex = code.toString(16);
  if (code > 0xffff) return `\\u{${hex}}`;
  return (
    shortEscapes[character] ?? (code < 0x100 ? `\\x${hex.padStart(2, '0')}` : `\\u${hex.padStart(4, '0')}`)
  );
}
