import { messageOf } from './glance-apply-error.js';

/** How many failures of one thing are told in full. */
const MAX_MESSAGES = 10;

/** The messages of several failures as one text, a line each. */
export function joinMessages(failures: readonly unknown[]): string {
  const told = failures.slice(0, MAX_MESSAGES).map(messageOf);
  const rest = failures.length - told.length;
  return [...told, ...(rest > 0 ? [`and ${rest} more`] : [])].join('\n');
}
