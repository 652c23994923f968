/** A login that is not tried: it would send a password to whoever answers, or its options are not understood. */
export class UnsafeLogin extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'UnsafeLogin';
  }
}
