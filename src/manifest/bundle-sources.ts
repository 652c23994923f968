import { dirname, join } from 'node:path';
import type { Bundle } from './bundle.js';

/** Stands for a file that is not there in the inputs of a bundle. */
export const ABSENT = 'absent';

/**
 * All files that a bundle was made of or loads, as far as they are there, and the folders of packages beside and above
 * them: what is looked for in those may be a link to somewhere else.
 */
export function sourcesOf({ inputs, packages }: Pick<Bundle, 'inputs' | 'packages'>): string[] {
  const folders = new Set(Object.keys(inputs).map((path) => dirname(path)));
  return [
    ...Object.keys(inputs).filter((path) => inputs[path] !== ABSENT),
    ...packages,
    ...[...folders].map((folder) => join(folder, 'node_modules')),
  ];
}
