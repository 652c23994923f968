import type { Diagnostic } from '../errors/diagnostic.js';
import { GlanceApplyError } from '../errors/glance-apply-error.js';
import { didYouMean } from '../errors/nearest.js';
import { findLibraryEntry } from './library-copy.js';

const notCallable = /: TypeError: ([\w$.]+) is not a (?:function|constructor)$/;
const withoutNew = /: TypeError: Class constructor (\S+) cannot be invoked without 'new'$/;

/** Whatever types would have told: manifests are loaded without being checked. */
const foundByTypeCheck =
  /: (?:TypeError: .* is not (?:a function|a constructor|iterable)|TypeError: Cannot read properties of undefined\b.*|ReferenceError: .* is not defined)$/;

/**
 * Adds to what a manifest threw what to do about it, where JavaScript's own message says nothing of that: the nearest
 * name of the library, or how to have the types checked.
 * @param file The manifest.
 */
export async function addTypeHints(thrown: GlanceApplyError, file: string): Promise<GlanceApplyError> {
  const diagnostics = await Promise.all(
    thrown.diagnostics.map(async (one): Promise<Diagnostic> => {
      if (one.code !== 'manifest.threw' || one.hint !== undefined) return one;
      const hint = await findHint(one.message, file);
      return hint === undefined ? one : { ...one, hint };
    }),
  );
  const isSame = diagnostics.every((one, index) => one === thrown.diagnostics[index]);
  return isSame ? thrown : new GlanceApplyError(diagnostics, { cause: thrown.cause });
}

async function findHint(message: string, file: string): Promise<string | undefined> {
  const [, name] = withoutNew.exec(message) ?? [];
  if (name !== undefined) return `write new before it: new ${name}(…)`;
  const [, path] = notCallable.exec(message) ?? [];
  const meant = path === undefined ? undefined : await findNearestExport(path.split('.'));
  if (meant !== undefined) return meant;
  return foundByTypeCheck.test(message) && /\.[cm]?ts$/.test(file)
    ? 'run glance-apply check to see what the types say'
    : undefined;
}

/** The nearest name beside that of a member of one of the library's namespaces: of `glance.Appi`, `Api`. */
async function findNearestExport(path: readonly string[]): Promise<string | undefined> {
  const address = findLibraryEntry('glance-apply');
  if (address === undefined || path.length < 2) return undefined;
  const library: unknown = await import(address);
  const names = path.slice(0, -1);
  // What comes first may be the manifest's own name for the whole library.
  const namespace = findMember(library, names) ?? (names.length > 1 && findMember(library, names.slice(1)));
  if (!isNamespace(namespace)) return undefined;
  const last = path.at(-1) ?? '';
  const callable = Object.keys(namespace).filter((key) => typeof namespace[key] === 'function');
  return didYouMean(last, callable);
}

function findMember(root: unknown, names: readonly string[]): unknown {
  return names.reduce<unknown>(
    (found, name) => (isNamespace(found) && Object.hasOwn(found, name) ? found[name] : undefined),
    root,
  );
}

function isNamespace(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
