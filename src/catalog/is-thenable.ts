/** Whether what a function returned has to be awaited, be it a promise of Node's or of a library. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
