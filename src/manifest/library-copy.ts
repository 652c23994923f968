import { readFile } from 'node:fs/promises';
import { fromSources } from '../errors/this-copy.js';

const entries: Readonly<Record<string, string>> = fromSources
  ? { 'glance-apply': '../index.ts', 'glance-apply/testing': '../testing/index.ts' }
  : { 'glance-apply': './index.js', 'glance-apply/testing': './testing.js' };

/**
 * Returns the URL of the module that a manifest imports as `glance-apply`: always this copy of the library, wherever
 * the manifest is, because the types of two copies in one process are not compatible.
 */
export function findLibraryEntry(specifier: string): string | undefined {
  const entry = Object.hasOwn(entries, specifier) ? entries[specifier] : undefined;
  return entry === undefined ? undefined : new URL(entry, import.meta.url).href;
}

/**
 * Returns the URL that exports each name of this copy; undefined if it runs from the sources, where one module exports
 * all names. In the build most names have their own file, so that a manifest only loads what it imports.
 */
export async function readLibraryNames(): Promise<ReadonlyMap<string, string> | undefined> {
  if (fromSources) return undefined;
  const files: Record<string, string> = JSON.parse(
    await readFile(new URL('./exports.json', import.meta.url), 'utf8'),
  );
  return new Map(Object.entries(files).map(([name, file]) => [name, new URL(file, import.meta.url).href]));
}
