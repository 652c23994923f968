/**
 * What may stand in a file only as an escape, or is a line break or nothing at all to some readers. Those of JSON count as
 * readers of YAML: oslo.policy reads both with one parser.
 */
export const NEEDS_ESCAPE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
  /[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;

/** The escape that JSON and YAML share: `\u0085`. */
export function toUnicodeEscape(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
