import { messageOf } from './glance-apply-error.js';

/** How many failures of one thing are told in full. */
const MOST = 10;

/** The messages of several failures as one text, a line each. */
export function messageOfSeveral(failures: readonly unknown[]): string {
  const told = failures.slice(0, MOST).map(messageOf);
  const rest = failures.length - told.length;
  return [...told, ...(rest > 0 ? [`and ${rest} more`] : [])].join('\n');
}
