/** Thrown by `Container.fail`; becomes a diagnostic at the place of the class that threw it. */
export class CompilationFailure extends Error {
  constructor(
    message: string,
    readonly hint: string | undefined,
  ) {
    super(message);
    this.name = 'CompilationFailure';
  }
}
