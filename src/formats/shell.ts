import { checkFileText } from './plain-text.js';

const FILE = 'a command or a script of the shell';

/** What no shell gives a meaning to, wherever it stands. */
const PLAIN = /^[\w@%+=:,./-]+$/;

/**
 * A text as one word of a POSIX shell: as it is where nothing in it means anything to a shell, else in single quotes.
 * @throws {Unwritable} for a NUL character.
 */
export function toShellWord(text: string): string {
  return PLAIN.test(text) ? text : `'${checkFileText(text, FILE).replaceAll("'", "'\\''")}'`;
}

/**
 * The path of a file as one word of a POSIX shell, and never an option to the command that it is given to.
 * @throws {Unwritable} for a NUL character.
 */
export function shellPath(path: string): string {
  return toShellWord(path.startsWith('-') ? `./${path}` : path);
}

/**
 * A text in double quotes, in which a shell finds nothing to expand. systemd reads it the same in a file of
 * environment variables.
 * @throws {Unwritable} for a NUL character.
 */
export function toDoubleQuoted(text: string): string {
  return `"${checkFileText(text, FILE).replace(/["\\$`]/g, '\\$&')}"`;
}

/** Whether a name can be that of a variable of a shell. */
export function isShellVariable(name: string): boolean {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(name);
}
