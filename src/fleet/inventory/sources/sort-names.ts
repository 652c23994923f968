/** Sorts names of files by their bytes, as Python does. */
export function sortNames(names: readonly string[]): string[] {
  return [...names].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}
