import { checkOneWord } from './plain-text.js';
import { UnwritableValue } from './unwritable-value.js';

const FILE = 'a file of package sources';

/** The fields of a source, each a list of words; an empty field is omitted. */
export type AptSource = Readonly<Record<string, readonly string[]>>;

/**
 * Formats a `.sources` file.
 * @param comment A comment at the top of the file, of any number of lines.
 * @throws {UnwritableValue}
 */
export function formatAptSource(fields: AptSource, comment?: string): string {
  const lines = Object.entries(fields).flatMap(([name, words]) =>
    words.length === 0 ? [] : [`${name}: ${words.map((word) => checkOneWord(word, FILE)).join(' ')}\n`],
  );
  return [...commentLines(comment), ...lines].join('');
}

/**
 * Returns the path of a `.sources` file; apt ignores files with other names.
 * @throws {UnwritableValue}
 */
export function aptSourcePath(name: string): string {
  if (/^[A-Za-z0-9_][\w.-]*$/.test(name)) return `/etc/apt/sources.list.d/${name}.sources`;
  throw new UnwritableValue(
    `${JSON.stringify(name)} cannot be the name of ${FILE}`,
    'use letters, digits, hyphens, underscores and dots only',
  );
}

function commentLines(comment: string | undefined): string[] {
  return comment === undefined
    ? []
    : comment.split(/\r\n|[^\P{Cc}\t]|[\u2028\u2029]/u).map((line) => `# ${line}\n`);
}
