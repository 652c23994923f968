/** A login that is not attempted: it would send a password to an unverified server, or its options are not understood. */
export class UnsafeLogin extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UnsafeLogin';
  }
}
