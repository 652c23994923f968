import { Unreadable } from '../../engine/provider.js';
import type { Diagnostic } from '../../errors/diagnostic.js';
import { raise } from '../../errors/glance-apply-error.js';

/**
 * Returns a value that was read.
 * @throws {GlanceApplyError} with this code if it is unreadable.
 */
export function requireReadable<T>(value: T | Unreadable, code: Diagnostic['code']): T {
  if (value instanceof Unreadable) raise(code, value.reason);
  return value;
}
