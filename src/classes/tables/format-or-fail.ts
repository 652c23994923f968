import type { Scope } from '../../catalog/index.js';
import { UnwritableValue } from '../../formats/unwritable-value.js';

/**
 * Has a text written for a file, and refuses the catalog where the file's format cannot hold a value.
 * @param parameter The one that the value comes from: its place is the message's.
 */
export function formatOrFail<R>(scope: Scope, parameter: string, write: () => R): R {
  try {
    return write();
  } catch (error) {
    if (error instanceof UnwritableValue) scope.fail(`${parameter}: ${error.message}`, error.hint, parameter);
    throw error;
  }
}
