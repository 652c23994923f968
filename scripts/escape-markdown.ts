/**
 * Makes Markdown of a text that `describe` prints. Such a text marks code with backticks, in which Markdown knows no
 * escapes; nothing else in it is markup.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(/(`[^`]+`)|[\\*_<>[\]|`]/g, (sign, code?: string) => code ?? `\\${sign}`);
}
