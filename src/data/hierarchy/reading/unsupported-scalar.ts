/** Why a scalar of a data file cannot be read. Whoever reads the file adds the place. */
export class UnsupportedScalar extends Error {
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
    this.name = 'RefusedScalar';
  }
}
