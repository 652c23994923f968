import type { Diagnostic } from '../errors/diagnostic.js';
import { renderDiagnostic } from '../views/index.js';
import type { Io } from './io.js';
import { styleOf } from './style-of.js';

/** Says what a compilation found odd. */
export function tellWarnings(warnings: readonly Diagnostic[], io: Io): void {
  const style = styleOf(io.stderr, io);
  for (const warning of warnings) io.stderr.write(`${renderDiagnostic(warning, style)}\n`);
}
