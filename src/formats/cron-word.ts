import { checkOneLine } from './plain-text.js';
import { toShellWord } from './shell.js';

/**
 * A text as one word of a command in a crontab. Cron takes a percent sign for a line break unless a backslash stands
 * before it, quotes or no quotes, and takes that backslash away; it does the same before another backslash, which
 * crontab(5) does not say (`do_command.c`). So no backslash of the text may be followed by either.
 * @throws {Unwritable} for control characters: a job is one line.
 */
export function toCronWord(text: string): string {
  return toShellWord(checkOneLine(text, 'a crontab'))
    .replace(/\\(?=[%\\])/g, "\\''")
    .replaceAll('%', '\\%');
}
