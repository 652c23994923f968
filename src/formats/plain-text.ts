import { UnwritableValue } from './unwritable-value.js';

/** Control characters, line breaks of Unicode among them, and what is no character at all. */
const CONTROL = /[\p{Cc}\u2028\u2029]/u;

/**
 * A text that a text file can hold.
 * @param file What the file is, for the message: `a script of the shell`.
 * @throws {UnwritableValue} for a NUL character, and for half a surrogate pair, which UTF-8 has no bytes for.
 */
export function checkFileText(text: string, file: string): string {
  if (text.includes('\0'))
    throw new UnwritableValue(`the value has a NUL character, which ${file} cannot hold`);
  if (/\p{Cs}/u.test(text))
    throw new UnwritableValue(`the value has half a surrogate pair, which ${file} cannot hold`);
  return text;
}

/**
 * A text that can stand on one line, in a file whose format has no way to write a line break.
 * @throws {UnwritableValue} for line breaks and all other control characters.
 */
export function checkOneLine(text: string, file: string): string {
  if (CONTROL.test(checkFileText(text, file)))
    throw new UnwritableValue(
      `the value has a line break or another control character, which ${file} cannot hold`,
    );
  return text;
}

/**
 * A text without white space, in a file where that tells words apart.
 * @throws {UnwritableValue} where there is some, or nothing else.
 */
export function checkOneWord(text: string, file: string): string {
  if (!/^\S+$/.test(checkOneLine(text, file)))
    throw new UnwritableValue(`the value is empty or has white space, which separates words in ${file}`);
  return text;
}
