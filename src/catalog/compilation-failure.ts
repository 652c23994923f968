import { acrossCopies } from '../errors/across-copies.js';
/** Thrown by `Container.fail`; becomes a diagnostic at the place of the class that threw it. */
export class CompilationFailure extends Error {
  static {
    acrossCopies(CompilationFailure, 'compilation-failure');
  }

  constructor(
    message: string,
    readonly hint: string | undefined,
    /** The parameter that is to blame, for the place of the message. */
    readonly parameter?: string | undefined,
  ) {
    super(message);
    this.name = 'CompilationFailure';
  }
}
