import { brandClass } from '../errors/brand-class.js';
/** An operation that a host refused: the system's code, with a message that names the path and the remedy. */
export class HostError extends Error {
  static {
    brandClass(HostError, 'host-error');
  }

  constructor(
    message: string,
    /** The system's code: `EACCES`, `ENOSPC`, `EROFS`, `ENOTDIR`, … */
    readonly code: string | undefined,
    readonly path: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'HostError';
  }
}
