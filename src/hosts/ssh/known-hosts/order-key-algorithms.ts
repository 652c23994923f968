/** The algorithms in which a key of a type can sign, the preferred one first. */
const ALGORITHMS: Readonly<Record<string, readonly string[]>> = {
  'ssh-rsa': ['rsa-sha2-512', 'rsa-sha2-256', 'ssh-rsa'],
};

/** Returns the algorithms with those of known keys first, so that a server shows a key that can be compared. */
export function orderKeyAlgorithms<T extends string>(
  algorithms: readonly T[],
  known: ReadonlySet<string>,
): T[] {
  const preferred = new Set<string>([...known].flatMap((type) => ALGORITHMS[type] ?? [type]));
  return [
    ...algorithms.filter((one) => preferred.has(one)),
    ...algorithms.filter((one) => !preferred.has(one)),
  ];
}
