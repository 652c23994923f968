import { type Diagnostic, problem } from '../errors/diagnostic.js';
import { didYouMean } from '../errors/nearest.js';
import type { SourceLocation } from '../errors/source-location.js';

/** An import of a name that its module does not export. */
export interface MissingExport {
  readonly name: string;
  /** As written in the manifest. */
  readonly specifier: string;
  /** The names that the module exports. */
  readonly offered: readonly string[];
  readonly location: SourceLocation | undefined;
}

/** Returns the diagnostic for a name that a package does not export, usually a misspelled type of this library. */
export function explainMissingExport({ name, specifier, offered, location }: MissingExport): Diagnostic {
  const hint =
    name === 'default'
      ? 'it has no default export: import its names ({ … }) or its namespace (* as name)'
      : didYouMean(name, offered);
  return problem('manifest.import', `'${specifier}' does not export '${name}'`, { location, hint });
}
