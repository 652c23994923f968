import { isHash } from '../../../data/is-hash.js';
import { MAX_DEPTH, measureJson } from '../../../data/nesting.js';
import { messageOf } from '../../../errors/glance-apply-error.js';

/** Returns the hash that a program printed as JSON, or what is wrong with its output, as the rest of a sentence. */
export function parseProgramOutput(text: string): Readonly<Record<string, unknown>> | string {
  if (text.trim() === '') return 'printed nothing';
  if (measureJson(text).excess !== undefined)
    return `printed JSON that is nested deeper than ${MAX_DEPTH} levels`;
  try {
    const value: unknown = JSON.parse(text);
    return isHash(value) ? value : 'printed JSON that is not a hash of groups';
  } catch (error) {
    // Node quotes the text around an error, which may contain a password.
    return `did not print JSON: ${messageOf(error).replace(/,? ?(?:\.\.\.)?".*$/s, '')}`;
  }
}
