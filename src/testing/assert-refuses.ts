import { GlanceApplyError } from '../errors/glance-apply-error.js';
import { fail } from './fail.js';

/** A compilation, or what begins one. */
export type Compiling = Promise<unknown> | (() => Promise<unknown> | unknown);

/**
 * The manifest is refused.
 * @param message What one of the complaints says, with its hint; a text is looked for in it. @default any complaint
 * @returns the error, for what more may be expected of it.
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
  if (thrown === undefined) return fail('the manifest was to be refused, and it compiles', assertRefuses);
  // Anything else is a mistake of the spec, or of the library: its own stack says more than an assertion.
  if (!GlanceApplyError.is(thrown)) throw thrown;
  const text = thrown.message;
  const found =
    message === undefined ||
    (typeof message === 'string' ? text.includes(message) : text.search(message) >= 0);
  if (found) return thrown;
  const wanted = typeof message === 'string' ? `'${message}'` : String(message);
  return fail(
    [
      `the manifest is refused, and not because of ${wanted}:`,
      ...text.split('\n').map((line) => `  ${line}`),
    ],
    assertRefuses,
  );
}
