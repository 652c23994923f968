import { readFileSync } from 'node:fs';
import { parsePasswd } from '../../account-files.js';

/**
 * Returns the name of a user on this machine for messages: `the user alice`, or the number if there is no such account.
 */
export function userName(uid: number): string {
  const account = parsePasswd(passwd()).find((one) => one.uid === uid);
  return `the user ${account?.name ?? uid}`;
}

function passwd(): string {
  try {
    return readFileSync('/etc/passwd', 'utf8');
  } catch {
    // A host without accounts: the message contains the number.
    return '';
  }
}
