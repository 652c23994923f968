import type { Diagnostic } from '../errors/diagnostic.js';
import { renderDiagnostic } from '../views/index.js';
import { createStyle } from './create-style.js';
import type { Io } from './io.js';

/** Reports the warnings of a compilation. */
export function reportWarnings(warnings: readonly Diagnostic[], io: Io): void {
  const style = createStyle(io.stderr, io);
  for (const warning of warnings) io.stderr.write(`${renderDiagnostic(warning, style)}\n`);
}
