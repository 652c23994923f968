/** A command line that cannot be split into words without a shell. */
export class ShellSyntaxError extends Error {}

/** Characters with a meaning to a shell outside quotes. */
const OPERATORS = new Set(['|', '&', ';', '<', '>', '(', ')', '$', '`', '*', '?', '[', '\n']);
/** Characters with a meaning to a shell at the beginning of a word. */
const AT_START = new Set(['~', '#']);
/** Characters that a backslash escapes inside double quotes; before others it is an ordinary character. */
const ESCAPED_IN_QUOTES = new Set(['"', '\\', '$', '`', '\n']);

/**
 * Splits a command line into words as a POSIX shell does: blanks, both kinds of quotes, backslashes. Syntax that
 * only a shell can interpret (a pipe, a variable, a pattern) is refused: as a word it would silently mean something
 * else, and run by a shell it would expose the command to whatever a value contains.
 * @throws {ShellSyntaxError} with the reason, and never with the command itself.
 */
export function splitWords(line: string): string[] {
  const words: string[] = [];
  let word: string | undefined;
  for (let at = 0; at < line.length; at++) {
    const char = line.charAt(at);
    if (char === ' ' || char === '\t') {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (char === "'") {
      const end = line.indexOf("'", at + 1);
      if (end < 0) throw new ShellSyntaxError('a single quote is not closed');
      word = (word ?? '') + line.slice(at + 1, end);
      at = end;
    } else if (char === '"') {
      const { text, end } = readDoubleQuoted(line, at + 1);
      word = (word ?? '') + text;
      at = end;
    } else if (char === '\\') {
      at++;
      if (at === line.length) throw new ShellSyntaxError('it ends in a backslash');
      if (line.charAt(at) !== '\n') word = (word ?? '') + line.charAt(at);
    } else if (OPERATORS.has(char) || (word === undefined && AT_START.has(char))) {
      throw new ShellSyntaxError(
        `${char === '\n' ? 'a line break' : `'${char}'`} means something to a shell alone`,
      );
    } else {
      word = (word ?? '') + char;
    }
  }
  if (word !== undefined) words.push(word);
  if (words.length === 0) throw new ShellSyntaxError('it is empty');
  if (/^[A-Za-z_]\w*=/.test(words[0] ?? ''))
    throw new ShellSyntaxError('a variable is set before the program');
  return words;
}

function readDoubleQuoted(line: string, start: number): { text: string; end: number } {
  let text = '';
  for (let at = start; at < line.length; at++) {
    const char = line.charAt(at);
    if (char === '"') return { text, end: at };
    if (char === '$' || char === '`')
      throw new ShellSyntaxError(`'${char}' means something to a shell alone`);
    if (char === '\\' && ESCAPED_IN_QUOTES.has(line.charAt(at + 1))) {
      at++;
      if (line.charAt(at) !== '\n') text += line.charAt(at);
    } else {
      text += char;
    }
  }
  throw new ShellSyntaxError('a double quote is not closed');
}
