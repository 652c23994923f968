import { fileURLToPath } from 'node:url';

/** Whether this runs from the sources; the build lies flat in one folder instead. */
const fromSources = import.meta.url.endsWith('.ts');

/** The folder that holds this copy of the library. */
export const libraryFolder = fileURLToPath(new URL(fromSources ? '..' : '.', import.meta.url));

const entries: Readonly<Record<string, string>> = fromSources
  ? { 'glance-apply': '../index.ts', 'glance-apply/testing': '../testing/index.ts' }
  : { 'glance-apply': './index.js', 'glance-apply/testing': './testing.js' };

/**
 * The address of what a manifest imports as `glance-apply`: always this very copy, wherever the manifest lies,
 * because two copies of the types in one process would know nothing of each other.
 */
export function libraryEntry(specifier: string): string | undefined {
  const entry = Object.hasOwn(entries, specifier) ? entries[specifier] : undefined;
  return entry === undefined ? undefined : new URL(entry, import.meta.url).href;
}
