import type { Diagnostic } from '../errors/diagnostic.js';

/** Returns the diagnostics, with warnings turned into errors if `--strict` is given. */
export function promoteWarnings(
  complaints: readonly Diagnostic[],
  { strict }: { readonly strict: boolean },
): readonly Diagnostic[] {
  return strict ? complaints.map((complaint) => ({ ...complaint, severity: 'error' })) : complaints;
}

export function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}
