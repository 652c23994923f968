import type { Diagnostic } from '../errors/diagnostic.js';
import type { Call } from './command.js';

/** Returns the diagnostics, with warnings turned into errors if `--strict` is given. */
export function promoteWarnings(call: Call, complaints: readonly Diagnostic[]): readonly Diagnostic[] {
  return call.options.strict === true
    ? complaints.map((complaint) => ({ ...complaint, severity: 'error' }))
    : complaints;
}

export function isError({ severity }: Diagnostic): boolean {
  return severity === 'error';
}
