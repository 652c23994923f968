/** Thrown for a name or range of hosts that is not valid. The reader of the inventory adds the location. */
export class InvalidName extends Error {
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}
