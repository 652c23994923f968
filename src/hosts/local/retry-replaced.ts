import { codeOf } from '../system-error.js';

/** How often something may be replaced under one look. A link whose target nobody may know is looked at no more. */
const MOST_LOOKS = 10;

/**
 * Looks in several steps at what may be replaced between them: a link that is none any more, or is gone, when its
 * target is asked for is looked at anew.
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
