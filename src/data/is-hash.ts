/** Whether a value is a hash, as data in YAML and JSON has them: an object that is not a list. */
export function isHash(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
