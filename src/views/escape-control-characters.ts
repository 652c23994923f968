import { toUnicodeEscape } from '../formats/unicode-escape.js';

/**
 * Control characters, characters that invisibly reorder or hide text, and lone surrogates. Strings from a host or from
 * data can contain any of them, and a terminal would act on them. Line breaks and tabs are kept.
 */
const dangerous = /[^\P{Cc}\n\t]|[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;

const shortEscapes: Readonly<Record<string, string>> = { '\r': '\\r', '\u001b': '\\e', '\0': '\\0' };

/** Escapes the characters that a terminal acts on; line breaks and tabs are kept. */
export function printable(text: string): string {
  return text.replace(dangerous, escapeCharacter);
}

/** Escapes the characters that a terminal acts on, line breaks and tabs included. */
export function printableLine(text: string): string {
  return printable(text).replaceAll('\n', '\\n').replaceAll('\t', '\\t');
}

/**
 * Formats a value as JSON without characters that a terminal acts on or that end a line: JSON itself does not escape
 * Unicode line separators and the control characters from U+007F on.
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
