import { readFileSync } from 'node:fs';
import { parsePasswd } from '../../account-files.js';

/** How messages call a user of this machine: `the user alice`, or by number where the accounts do not say. */
export function userName(uid: number): string {
  const account = parsePasswd(passwd()).find((one) => one.uid === uid);
  return `the user ${account?.name ?? uid}`;
}

function passwd(): string {
  try {
    return readFileSync('/etc/passwd', 'utf8');
  } catch {
    // A host without accounts: the message has the number.
    return '';
  }
}
