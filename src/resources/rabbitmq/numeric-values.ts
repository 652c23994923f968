/** The keys whose numbers may be strings in Puppet's module. */
export const NUMERIC_KEYS = [
  'ha-params',
  'expires',
  'message-ttl',
  'max-length',
  'max-length-bytes',
  'shards-per-node',
  'ha-sync-batch-size',
] as const;

/** Converts the values of numeric keys in a definition to numbers. */
export function convertNumericKeys(definition: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const numeric: ReadonlySet<string> = new Set(NUMERIC_KEYS);
  return Object.fromEntries(
    Object.entries(definition).map(([key, value]) => [key, numeric.has(key) ? toNumber(value) : value]),
  );
}

/** Converts a string of digits to a number; any other value is returned as it is. */
export function toNumber(value: unknown): unknown {
  return typeof value === 'string' && /^[-+]?\d+$/.test(value) ? Number(value) : value;
}
