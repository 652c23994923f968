import { brandClass } from '../errors/brand-class.js';

/**
 * Thrown for a value that a file format cannot contain. The message does not quote the value, which may be a secret.
 */
export class UnwritableValue extends Error {
  static {
    brandClass(UnwritableValue, 'unwritable');
  }

  constructor(
    message: string,
    /** How to fix it. */
    readonly hint?: string,
  ) {
    super(message);
    this.name = 'Unwritable';
  }
}
