/** Thrown for a scalar that data cannot contain. The reader of the file adds the location. */
export class UnsupportedScalar extends Error {
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
    this.name = 'RefusedScalar';
  }
}
