import { type Diagnostic, problem } from '../errors/diagnostic.js';
import { didYouMean } from '../errors/nearest.js';
import type { Place } from '../errors/place.js';

/** An import of a name that its module does not have. */
export interface MissingExport {
  readonly name: string;
  /** As the manifest writes it. */
  readonly specifier: string;
  /** The names that the module has. */
  readonly offered: readonly string[];
  readonly place: Place | undefined;
}

/** The complaint about a name that a package does not export, most often a misspelt type of this library's. */
export function explainMissingExport({ name, specifier, offered, place }: MissingExport): Diagnostic {
  const hint =
    name === 'default'
      ? 'it has no default export: import names, { … }, or * as one'
      : didYouMean(name, offered);
  return problem('manifest.import', `'${specifier}' exports no '${name}'`, { place, hint });
}
