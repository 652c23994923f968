import { problem } from '../errors/diagnostic.js';
import { GlanceApplyError, messageOf } from '../errors/glance-apply-error.js';
import { HostError } from '../hosts/host-error.js';
import { isPermissionDenied } from '../hosts/system-error.js';
import { printable, renderDiagnostic } from '../views/index.js';
import { createStyle } from './create-style.js';
import type { Io } from './io.js';

/** The number of diagnostics that are shown in full; users fix the first ones first. */
const MOST = 20;

/** Reports an error. An error that the library did not throw on purpose is shown with its stack. */
export function reportFailure(error: unknown, io: Io): void {
  const style = createStyle(io.stderr, io);
  const write = (text: string) => io.stderr.write(`${text}\n`);
  if (GlanceApplyError.is(error)) {
    const { diagnostics } = error;
    for (const diagnostic of diagnostics.slice(0, MOST)) write(renderDiagnostic(diagnostic, style));
    if (diagnostics.length > MOST) write(`… and ${diagnostics.length - MOST} more`);
    if (diagnostics.length > 1) write(style.paint.bad(`${diagnostics.length} errors`));
    return;
  }
  if (error instanceof HostError) {
    const hint = isPermissionDenied(error) ? 'glance-apply plan needs fewer privileges' : undefined;
    write(renderDiagnostic(problem('host.refused', error.message, { hint }), style));
    return;
  }
  write(
    renderDiagnostic(
      problem('internal.error', `unexpected: ${messageOf(error)}`, { hint: internalErrorHint }),
      style,
    ),
  );
  if (error instanceof Error && error.stack !== undefined) {
    write(style.paint.faint(printable(error.stack.split('\n').slice(1).join('\n'))));
  }
}

const internalErrorHint =
  'this is a bug in glance-apply or in a type that the manifest imports; the stack shows where';
