import { messageOf } from './glance-apply-error.js';

/** The number of messages that are reported; the rest are counted. */
const MAX_MESSAGES = 10;

/** Joins the messages of several errors, one per line. */
export function joinMessages(failures: readonly unknown[]): string {
  const messages = failures.slice(0, MAX_MESSAGES).map(messageOf);
  const rest = failures.length - messages.length;
  return [...messages, ...(rest > 0 ? [`and ${rest} more`] : [])].join('\n');
}
