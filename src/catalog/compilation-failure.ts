import { acrossCopies } from '../errors/across-copies.js';
import type { Container } from './container.js';

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
    /** What refuses the catalog, where it is not what was being declared. */
    readonly by?: Container | undefined,
  ) {
    super(message);
    this.name = 'CompilationFailure';
  }
}
