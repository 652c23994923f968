/** Returns whether the result of a function must be awaited: a native promise, or the promise of a library. */
export function isThenable(value: unknown): value is PromiseLike<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}
