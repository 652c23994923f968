/** Why something was refused. */
export function refusalOf(promise: Promise<unknown>): Promise<NodeJS.ErrnoException> {
  return promise.then(
    () => new Error('it was done'),
    (error: Error) => error,
  );
}
