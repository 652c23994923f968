/**
 * Passes a parameter whose values Puppet's module does not restrict on to a resource or class. What receives it checks the
 * value when the catalog is compiled; only the compiler of TypeScript cannot know that it fits.
 */
export function passOn<T>(value: unknown): T {
  return value as T;
}
