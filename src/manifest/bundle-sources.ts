import { dirname, join } from 'node:path';

/** The files that a bundle depends on. */
export interface BundleInputs {
  /** Its sources: SHA-256 by absolute path, `absent` for a file that would matter if it existed. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Files of packages that it loads and that are not bundled. */
  readonly packages: readonly string[];
}

/** Marks a file that does not exist in the inputs of a bundle. */
export const ABSENT = 'absent';

/**
 * Returns all existing files that a bundle was built from or loads, and the `node_modules` folders beside and above
 * them, which may be links to other folders.
 */
export function listSources({ inputs, packages }: BundleInputs): string[] {
  const folders = new Set(Object.keys(inputs).map((path) => dirname(path)));
  return [
    ...Object.keys(inputs).filter((path) => inputs[path] !== ABSENT),
    ...packages,
    ...[...folders].map((folder) => join(folder, 'node_modules')),
  ];
}
