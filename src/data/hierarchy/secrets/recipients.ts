import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { raise } from '../../../errors/glance-apply-error.js';

/** A file beside the data with the age recipients of encrypted values, one per line, with a name as comment. */
export const recipientsFile = 'recipients.txt';

/** A person or host that can decrypt values. */
export interface Recipient {
  /** The public key `age1…`. */
  readonly key: string;
  /** The comment after it. */
  readonly name: string | undefined;
}

/** Returns the nearest file of recipients, in a folder or above it, up to the top folder of the data. */
export function findRecipients(folder: string, top: string): string | undefined {
  for (let here = folder; ; here = dirname(here)) {
    const candidate = join(here, recipientsFile);
    if (existsSync(candidate)) return candidate;
    if (here === top || here === dirname(here)) return undefined;
  }
}

/**
 * Reads a file of recipients.
 * @throws {GlanceApplyError} with the line that is not a recipient.
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
        return raise('data.recipient', `'${written.slice(0, 12)}…' is not an age recipient`, {
          location: { file, line: index + 1 },
          hint: 'a recipient is the public key of an identity and begins with age1',
        });
      }
      return [{ key: written, name }];
    });
}

/** Formats recipients for a message. */
export function formatRecipients(recipients: readonly Recipient[]): string {
  return recipients.map(({ key, name }) => (name === undefined ? key : `${name} (${key})`)).join(', ');
}
