import { brandClass } from '../errors/brand-class.js';
/**
 * An operation that a host refused: the error code of the system, with a message that contains the path and the remedy.
 */
export class HostError extends Error {
  static {
    brandClass(HostError, 'host-error');
  }

  constructor(
    message: string,
    /** The error code of the system: `EACCES`, `ENOSPC`, `EROFS`, `ENOTDIR`, … */
    readonly code: string | undefined,
    readonly path: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'HostError';
  }
}
