/**
 * Converts a text that `describe` prints to Markdown. Such a text marks code with backticks, inside which Markdown has
 * no escapes; nothing else in it is markup.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(/(`[^`]+`)|[\\*_<>[\]|`]/g, (sign, code?: string) => code ?? `\\${sign}`);
}
