import { readdir } from 'node:fs/promises';
import { basename, dirname, extname, join, resolve } from 'node:path';
import type { BuildFailure, Message } from 'esbuild';
import { type Diagnostic, problem } from '../errors/diagnostic.js';
import { GlanceApplyError } from '../errors/glance-apply-error.js';
import { findNearest } from '../errors/nearest.js';
import type { SourceLocation } from '../errors/source-location.js';
import { readLibraryNames } from './library-copy.js';
import { explainMissingExport } from './missing-export.js';

const unresolved = /^Could not resolve "(.+)"$/;
const noLibraryName = /^No matching export in "glance-apply:glance-apply" for import "(.+)"$/;

/** Converts esbuild's errors about a manifest to diagnostics; returns any other error unchanged. */
export async function explainBuildFailure(error: unknown, file: string): Promise<unknown> {
  if (!isBuildFailure(error) || error.errors.length === 0) return error;
  const diagnostics = await Promise.all(error.errors.map((message) => toDiagnostic(message, dirname(file))));
  return new GlanceApplyError(diagnostics, { cause: error });
}

function isBuildFailure(error: unknown): error is BuildFailure {
  return error instanceof Error && 'errors' in error && Array.isArray(error.errors);
}

async function toDiagnostic(message: Message, folder: string): Promise<Diagnostic> {
  const location = locationOf(message, folder);
  const [, specifier] = unresolved.exec(message.text) ?? [];
  if (specifier !== undefined) {
    const importer = location === undefined ? folder : dirname(location.file);
    return specifier.startsWith('.') || specifier.startsWith('/')
      ? explainMissingModule(specifier, importer, location)
      : explainMissingPackage(specifier, importer, location);
  }
  const [, name] = noLibraryName.exec(message.text) ?? [];
  if (name !== undefined) {
    const offered = (await readLibraryNames())?.keys() ?? [];
    return explainMissingExport({ name, specifier: 'glance-apply', offered: [...offered], location });
  }
  const related = message.notes.map((note) => ({ message: note.text, location: locationOf(note, folder) }));
  return problem('manifest.syntax', uncapitalize(message.text), { location, related });
}

async function explainMissingModule(
  specifier: string,
  importer: string,
  location: SourceLocation | undefined,
): Promise<Diagnostic> {
  const path = resolve(importer, specifier);
  const names = await readdir(dirname(path)).catch(() => []);
  const meant =
    names.find((name) => withoutExtension(name) === withoutExtension(basename(path))) ??
    findNearest(basename(path), names.filter(isModule));
  return problem('manifest.import', `'${specifier}' cannot be found`, {
    location,
    hint:
      meant === undefined
        ? `${path} does not exist`
        : `did you mean '${siblingSpecifier(specifier, meant)}'?`,
  });
}

function withoutExtension(name: string): string {
  return name.slice(0, name.length - extname(name).length);
}

/** Returns the specifier of another file in the same folder, with the original extension. */
function siblingSpecifier(specifier: string, name: string): string {
  const path = join(dirname(specifier), withoutExtension(name) + extname(specifier));
  return specifier.startsWith('.') && !path.startsWith('.') ? `./${path}` : path;
}

function isModule(name: string): boolean {
  return /\.(?:[cm]?[jt]s|json)$/.test(name);
}

function explainMissingPackage(
  specifier: string,
  importer: string,
  location: SourceLocation | undefined,
): Diagnostic {
  const name = specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
  return problem('manifest.import', `the package '${specifier}' cannot be found from ${importer}`, {
    location,
    hint: `install it there (npm install ${name}), or write './${specifier}' if it is your own file`,
  });
}

function locationOf({ location }: Pick<Message, 'location'>, folder: string): SourceLocation | undefined {
  // esbuild counts columns from 0.
  return location === null
    ? undefined
    : { file: resolve(folder, location.file), line: location.line, column: location.column + 1 };
}

function uncapitalize(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
