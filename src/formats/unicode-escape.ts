/**
 * Characters that must be escaped, or that some readers treat as a line break or ignore. Readers of JSON count as
 * readers of YAML: oslo.policy reads both with one parser.
 */
export const NEEDS_ESCAPE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: it matches control characters on purpose.
  /[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;

/** Returns the escape that JSON and YAML share: `\u0085`. */
export function toUnicodeEscape(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
