import { brandClass } from './brand-class.js';
import type { Diagnostic } from './diagnostic.js';
import { problem } from './diagnostic.js';
import { formatLocation } from './source-location.js';

/**
 * The only error class that the library throws on purpose. It contains one or more diagnostics; `message` is their
 * plain rendering, so that an uncaught error still shows what is wrong, where, and what to do.
 */
export class GlanceApplyError extends Error {
  static {
    brandClass(GlanceApplyError, 'error');
  }

  readonly diagnostics: readonly Diagnostic[];

  constructor(diagnostics: Diagnostic | readonly Diagnostic[], options?: ErrorOptions) {
    const list: readonly Diagnostic[] = Array.isArray(diagnostics)
      ? diagnostics
      : [diagnostics as Diagnostic];
    super(list.map(plainText).join('\n'), options);
    this.name = 'GlanceApplyError';
    this.diagnostics = list;
  }

  /** Returns whether a value is an error of any copy of the library, because a process may load several. */
  static is(error: unknown): error is GlanceApplyError {
    return error instanceof GlanceApplyError;
  }
}

/** Throws one diagnostic as an error: the way in which everything in the library refuses and fails. */
export function raise(
  code: Diagnostic['code'],
  message: string,
  { cause, ...rest }: Omit<Partial<Diagnostic>, 'code' | 'message'> & ErrorOptions = {},
): never {
  throw new GlanceApplyError(problem(code, message, rest), cause === undefined ? undefined : { cause });
}

/** Returns the message of any thrown value, without a stack. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function plainText(diagnostic: Diagnostic): string {
  const location = diagnostic.location ? `${formatLocation(diagnostic.location)}: ` : '';
  const related = (diagnostic.related ?? []).map(
    (other) => `\n  ${other.message}${other.location ? ` at ${formatLocation(other.location)}` : ''}`,
  );
  const hint = diagnostic.hint ? `\n  ${diagnostic.hint}` : '';
  return `${location}${diagnostic.message}${related.join('')}${hint}`;
}
