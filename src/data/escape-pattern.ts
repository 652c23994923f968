/** Escapes a string as the source of a regular expression that matches only this string. */
export function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
