import type { Diagnostic } from '../errors/diagnostic.js';

/** Returns the diagnostics, with warnings turned into errors if `--strict` is given. */
export function promoteWarnings(
  diagnostics: readonly Diagnostic[],
  { strict }: { readonly strict: boolean },
): readonly Diagnostic[] {
  return strict ? diagnostics.map((diagnostic) => ({ ...diagnostic, severity: 'error' })) : diagnostics;
}

export function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}
