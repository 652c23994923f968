import { type Diagnostic, problem } from '../errors/diagnostic.js';
import { GlanceApplyError, messageOf } from '../errors/glance-apply-error.js';

/** The host could not be reached, or the connection to it was lost. */
export class Unreachable extends Error {
  /** @param cause Why. */
  constructor(cause: unknown) {
    super(messageOf(cause), { cause });
  }

  /** Describes why the host cannot be reached. */
  get diagnostics(): readonly Diagnostic[] {
    return GlanceApplyError.is(this.cause)
      ? this.cause.diagnostics
      : [problem('fleet.unreachable', this.message)];
  }
}
