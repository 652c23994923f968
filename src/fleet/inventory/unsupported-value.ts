/** Thrown for a value that an inventory must not contain. The reader adds the location. */
export class UnsupportedValue extends Error {
  constructor(
    message: string,
    readonly hint: string,
  ) {
    super(message);
  }
}

/** The error for an integer that JavaScript would round. */
export function tooLargeInteger(text: string): UnsupportedValue {
  return new UnsupportedValue(
    `${text} is too large to be represented exactly`,
    `make it a string: "${text}"`,
  );
}
