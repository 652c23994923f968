import { checkOneLine } from './plain-text.js';
import { toShellWord } from './shell.js';

/**
 * Quotes a string as one word of a command in a crontab. Cron reads a percent sign as a line break unless a backslash
 * precedes it, even within quotes, and removes that backslash; it does the same before another backslash, which
 * crontab(5) does not mention (`do_command.c`). So no backslash of the string may be followed by either.
 * @throws {UnwritableValue} for control characters: a job is one line.
 */
export function toCronWord(text: string): string {
  return toShellWord(checkOneLine(text, 'a crontab'))
    .replace(/\\(?=[%\\])/g, "\\''")
    .replaceAll('%', '\\%');
}
