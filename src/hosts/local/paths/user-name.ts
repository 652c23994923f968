import { readFileSync } from 'node:fs';
import { parsePasswd } from '../../account-files.js';

/** How messages call a user of this machine: `the user alice`, or by number where the accounts do not say. */
export function userName(uid: number): string {
  return `the user ${accountOf(uid) ?? uid}`;
}

function accountOf(uid: number): string | undefined {
  try {
    return parsePasswd(readFileSync('/etc/passwd', 'utf8')).find((account) => account.uid === uid)?.name;
  } catch {
    // A host without accounts: the message has the number.
    return undefined;
  }
}
