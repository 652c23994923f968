import { GlanceApplyError } from '../errors/glance-apply-error.js';
import { fail } from './fail.js';

/** A compilation, or a function that starts one. */
export type Compiling = Promise<unknown> | (() => Promise<unknown> | unknown);

/**
 * Asserts that the manifest is refused.
 * @param message A string or pattern that the message of a diagnostic, including its hint, must contain. @default any
 * @returns the error, for further assertions.
 * @example
 * await assertRefuses(compile(manifest, { platform: 'centos-7' }), /needs a value for 'password'/);
 */
export async function assertRefuses(
  compiling: Compiling,
  message?: string | RegExp,
): Promise<GlanceApplyError> {
  let thrown: unknown;
  try {
    await (typeof compiling === 'function' ? compiling() : compiling);
  } catch (error) {
    thrown = error;
  }
  if (thrown === undefined)
    return fail('expected the manifest to be refused, but it compiles', assertRefuses);
  // Any other error is a bug of the spec or of the library, and its stack is more useful than an assertion error.
  if (!GlanceApplyError.is(thrown)) throw thrown;
  const text = thrown.message;
  const found =
    message === undefined ||
    (typeof message === 'string' ? text.includes(message) : text.search(message) >= 0);
  if (found) return thrown;
  const desired = typeof message === 'string' ? `'${message}'` : String(message);
  return fail(
    [
      `expected the manifest to be refused because of ${desired}, but it is refused because of:`,
      ...text.split('\n').map((line) => `  ${line}`),
    ],
    assertRefuses,
  );
}
