import type { Diagnostic } from '../errors/diagnostic.js';
import { GlanceApplyError } from '../errors/glance-apply-error.js';
import { didYouMean } from '../errors/nearest.js';
import { findLibraryEntry } from './library-copy.js';

const notCallable = /: TypeError: ([\w$.]+) is not a (?:function|constructor)$/;
const withoutNew = /: TypeError: Class constructor (\S+) cannot be invoked without 'new'$/;

/** Errors that a type check finds: manifests are loaded without one. */
const foundByTypeCheck =
  /: (?:TypeError: .* is not (?:a function|a constructor|iterable)|TypeError: Cannot read properties of undefined\b.*|ReferenceError: .* is not defined)$/;

/**
 * Adds a hint to an error that a manifest threw, if JavaScript's own message has none: the nearest name of the library,
 * or how to check the types.
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
  if (name !== undefined) return `call it with new: new ${name}(…)`;
  const [, path] = notCallable.exec(message) ?? [];
  const meant = path === undefined ? undefined : await findNearestExport(path.split('.'));
  if (meant !== undefined) return meant;
  return foundByTypeCheck.test(message) && /\.[cm]?ts$/.test(file)
    ? 'run glance-apply check to check the types'
    : undefined;
}

/** Returns the nearest name to a member of one of the library's namespaces: `Api` for `glance.Appi`. */
async function findNearestExport(path: readonly string[]): Promise<string | undefined> {
  const address = findLibraryEntry('glance-apply');
  if (address === undefined || path.length < 2) return undefined;
  const library: unknown = await import(address);
  const names = path.slice(0, -1);
  // The first part may be the manifest's own name for the whole library.
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
