import { dirname, join } from 'node:path';

/** The files that a bundle depends on. */
export interface BundleInputs {
  /** What it was made of: SHA-256 by absolute path, `absent` for a file that would matter if it existed. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Files of packages that it loads and that are not part of it. */
  readonly packages: readonly string[];
}

/** Stands for a file that is not there in the inputs of a bundle. */
export const ABSENT = 'absent';

/**
 * All files that a bundle was made of or loads, as far as they are there, and the folders of packages beside and above
 * them: what is looked for in those may be a link to somewhere else.
 */
export function listSources({ inputs, packages }: BundleInputs): string[] {
  const folders = new Set(Object.keys(inputs).map((path) => dirname(path)));
  return [
    ...Object.keys(inputs).filter((path) => inputs[path] !== ABSENT),
    ...packages,
    ...[...folders].map((folder) => join(folder, 'node_modules')),
  ];
}
