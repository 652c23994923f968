import type { Scope } from '../../catalog/index.js';
import { UnwritableValue } from '../../formats/unwritable-value.js';

/**
 * Formats a value for a file, and fails the compilation if the file's format cannot contain it.
 * @param parameter The parameter that contains the value; the message has its location.
 */
export function formatOrFail<R>(scope: Scope, parameter: string, write: () => R): R {
  try {
    return write();
  } catch (error) {
    if (error instanceof UnwritableValue) scope.fail(`${parameter}: ${error.message}`, error.hint, parameter);
    throw error;
  }
}
