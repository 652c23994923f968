/** Returns whether a string is a regular expression. The broker's dialect is Perl's, with forms that JavaScript does not have. */
export function isRegularExpression(text: string): boolean {
  const inline = /\(\?[a-z-]+[:)]|\(\?>|[*+?}]\+|\[\[:\w+:\]\]|\\[AzZ]/i;
  if (inline.test(text)) return true;
  try {
    new RegExp(text);
    return true;
  } catch {
    return false;
  }
}
