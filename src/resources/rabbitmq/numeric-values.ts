/** What Puppet's module lets be given as text, though the broker wants a number. */
export const NUMERIC_KEYS = [
  'ha-params',
  'expires',
  'message-ttl',
  'max-length',
  'max-length-bytes',
  'shards-per-node',
  'ha-sync-batch-size',
] as const;

/** A definition with numbers where the broker wants some. */
export function convertNumericKeys(definition: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const numeric: ReadonlySet<string> = new Set(NUMERIC_KEYS);
  return Object.fromEntries(
    Object.entries(definition).map(([key, value]) => [key, numeric.has(key) ? toNumber(value) : value]),
  );
}

/** The number that a text says; what is none stays as it is. */
export function toNumber(value: unknown): unknown {
  return typeof value === 'string' && /^[-+]?\d+$/.test(value) ? Number(value) : value;
}
