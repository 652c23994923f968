/**
 * Control characters, and those that reorder text unseen: what comes from a host may hold anything, and a
 * terminal would obey it.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what it is about
const dangerous = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

const named: Readonly<Record<string, string>> = { '\r': '\\r', '\u001b': '\\e', '\0': '\\0' };

/** Text that no terminal acts upon; line breaks and tabs stay. */
export function printable(text: string): string {
  return text.replace(dangerous, escaped);
}

/** Text on one line that no terminal acts upon. */
export function printableLine(text: string): string {
  return printable(text).replaceAll('\n', '\\n').replaceAll('\t', '\\t');
}

function escaped(character: string): string {
  const code = character.charCodeAt(0);
  const hex = code.toString(16);
  return named[character] ?? (code < 0x100 ? `\\x${hex.padStart(2, '0')}` : `\\u${hex.padStart(4, '0')}`);
}
