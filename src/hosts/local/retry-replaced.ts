import { codeOf } from '../system-error.js';

/** How often an entry may be replaced during one operation. A link whose target is hidden is not read again. */
const MOST_LOOKS = 10;

/**
 * Repeats an operation of several steps if the entry was replaced between them: a link that is gone, or is no longer a
 * link, when its target is read.
 */
export function retryReplaced<T>(look: () => T): T {
  for (let looks = 1; ; looks += 1) {
    try {
      return look();
    } catch (error) {
      if (looks === MOST_LOOKS || !['EINVAL', 'ENOENT'].includes(codeOf(error) ?? '')) throw error;
    }
  }
}
