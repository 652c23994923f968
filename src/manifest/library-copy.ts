import { readFile } from 'node:fs/promises';
import { fromSources } from '../errors/this-copy.js';

const entries: Readonly<Record<string, string>> = fromSources
  ? { 'glance-apply': '../index.ts', 'glance-apply/testing': '../testing/index.ts' }
  : { 'glance-apply': './index.js', 'glance-apply/testing': './testing.js' };

/**
 * The address of what a manifest imports as `glance-apply`: always this very copy, wherever the manifest lies,
 * because two copies of the types in one process would know nothing of each other.
 */
export function findLibraryEntry(specifier: string): string | undefined {
  const entry = Object.hasOwn(entries, specifier) ? entries[specifier] : undefined;
  return entry === undefined ? undefined : new URL(entry, import.meta.url).href;
}

/**
 * Which address of this copy exports each of the names that it has; undefined where it runs from the sources, and
 * all come from one module. In the build most names have a file of their own, so that a manifest loads no more
 * of the library than it imports.
 */
export async function readLibraryNames(): Promise<ReadonlyMap<string, string> | undefined> {
  if (fromSources) return undefined;
  const files: Record<string, string> = JSON.parse(
    await readFile(new URL('./exports.json', import.meta.url), 'utf8'),
  );
  return new Map(Object.entries(files).map(([name, file]) => [name, new URL(file, import.meta.url).href]));
}
