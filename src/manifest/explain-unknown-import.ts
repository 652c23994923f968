import { readFile } from 'node:fs/promises';
import { GlanceApplyError } from '../errors/glance-apply-error.js';
import { locationAt, type SourceLocation } from '../errors/source-location.js';
import { explainMissingExport } from './missing-export.js';

const noExport = /^The requested module '(.+)' does not provide an export named '(.+)'$/;

/**
 * Returns the error for a name that a package does not export, usually a misspelled type of this library; undefined for
 * any other error. Node's own message points into the bundle.
 */
export async function explainUnknownImport(
  error: unknown,
  sources: readonly string[],
): Promise<GlanceApplyError | undefined> {
  const match = error instanceof SyntaxError ? noExport.exec(error.message) : null;
  if (match === null) return undefined;
  const [, address = '', name = ''] = match;
  const found = await findImport(name, sources);
  const offered = await import(address).then(Object.keys, () => []);
  const specifier = found?.specifier ?? address;
  return new GlanceApplyError(explainMissingExport({ name, specifier, offered, location: found?.location }), {
    cause: error,
  });
}

/** Returns where a name is imported in the manifest's own sources, and from which module. */
async function findImport(
  name: string,
  sources: readonly string[],
): Promise<{ readonly location: SourceLocation; readonly specifier: string } | undefined> {
  const statement = /\b(?:import|export)\b([^;'"]*?)\bfrom\s*(['"])(.+?)\2/g;
  const word = new RegExp(`\\b${name.replace(/\$/g, '\\$')}(?![\\w$])`);
  for (const file of sources) {
    const text = await readFile(file, 'utf8').catch(() => '');
    for (const { index, 0: whole, 1: names = '', 3: specifier = '' } of text.matchAll(statement)) {
      const at = word.exec(names);
      if (at === null || specifier.startsWith('.')) continue;
      return { specifier, location: locationAt(file, text, index + whole.indexOf(names) + at.index) };
    }
  }
  return undefined;
}
