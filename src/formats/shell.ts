import { checkFileText } from './plain-text.js';

const FILE = 'a shell command or script';

/** Characters without a meaning in any shell, at any position. */
const PLAIN = /^[\w@%+=:,./-]+$/;

/**
 * Quotes a string as one word of a POSIX shell: unchanged if it contains no special characters, else in single quotes.
 * @throws {UnwritableValue} for a NUL character.
 */
export function toShellWord(text: string): string {
  return PLAIN.test(text) ? text : `'${checkFileText(text, FILE).replaceAll("'", "'\\''")}'`;
}

/**
 * Quotes the path of a file as one word of a POSIX shell that is never an option to the command it is passed to.
 * @throws {UnwritableValue} for a NUL character.
 */
export function shellPath(path: string): string {
  return toShellWord(path.startsWith('-') ? `./${path}` : path);
}

/**
 * Returns a string in double quotes, in which a shell expands nothing. systemd reads environment files in the same way.
 * @throws {UnwritableValue} for a NUL character.
 */
export function toDoubleQuoted(text: string): string {
  return `"${checkFileText(text, FILE).replace(/["\\$`]/g, '\\$&')}"`;
}

/** Returns whether a string is a valid name for a shell variable. */
export function isShellVariable(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name);
}
