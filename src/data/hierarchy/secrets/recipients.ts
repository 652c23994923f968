import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { raise } from '../../../errors/glance-apply-error.js';

/** Beside the data: who can read what is encrypted there, one recipient of age a line, with a name as comment. */
export const recipientsFile = 'recipients.txt';

/** One who can read encrypted values. */
export interface Recipient {
  /** `age1…`, which is public. */
  readonly key: string;
  /** What the comment behind it says. */
  readonly name: string | undefined;
}

/** The nearest file of recipients, in a folder or above it, but not above the data as a whole. */
export function findRecipients(folder: string, top: string): string | undefined {
  for (let here = folder; ; here = dirname(here)) {
    const candidate = join(here, recipientsFile);
    if (existsSync(candidate)) return candidate;
    if (here === top || here === dirname(here)) return undefined;
  }
}

/**
 * Reads a file of recipients.
 * @throws {GlanceApplyError} with the line of what is none.
 */
export function readRecipients(file: string): readonly Recipient[] {
  return readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .flatMap((line, index) => {
      const [, written = '', name] = /^\s*([^#\s]*)\s*(?:#\s*(.*?)\s*)?$/.exec(line) ?? [
        undefined,
        line.trim(),
      ];
      if (written === '') return [];
      if (!/^age1[a-z0-9]+$/.test(written)) {
        return raise('data.recipient', `'${written.slice(0, 12)}…' is no recipient of age`, {
          place: { file, line: index + 1 },
          hint: 'a recipient begins with age1, and is the public half of an identity',
        });
      }
      return [{ key: written, name }];
    });
}

/** Recipients in words. */
export function formatRecipients(recipients: readonly Recipient[]): string {
  return recipients.map(({ key, name }) => (name === undefined ? key : `${name} (${key})`)).join(', ');
}
