import { acrossCopies } from '../errors/across-copies.js';

/** A value that a file's format cannot hold. The message never quotes the value, which may be a secret. */
export class UnwritableValue extends Error {
  static {
    acrossCopies(UnwritableValue, 'unwritable');
  }

  constructor(
    message: string,
    /** What to do about it. */
    readonly hint?: string,
  ) {
    super(message);
    this.name = 'Unwritable';
  }
}
