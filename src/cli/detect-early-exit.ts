import { firstUserFrame } from '../catalog/position.js';
import { problem } from '../errors/diagnostic.js';
import { renderDiagnostic } from '../views/index.js';
import { createStyle } from './create-style.js';
import { exitStatus } from './exit-status.js';
import type { Io } from './io.js';
import { writeStderrSync } from './write-stderr-sync.js';

/**
 * Complains where the manifest, or a package that it uses, ends the process, which then never exits with 0.
 * @returns a function that lets the process end again.
 */
export function detectEarlyExit(io: Io): () => void {
  const refuse = () => {
    // The frames are those of the call of process.exit; the watchdog, which has said why, is of the library.
    const place = firstUserFrame(new Error().stack ?? '');
    if (place !== undefined) {
      const complaint = problem('manifest.exit', 'process.exit was called before the command had ended', {
        place,
        hint: 'a manifest refuses to be compiled with site.fail, or by throwing an error',
      });
      writeStderrSync(`${renderDiagnostic(complaint, createStyle(io.stderr, io))}\n`);
    }
    process.exitCode = exitStatus.unable;
  };
  process.once('exit', refuse);
  return () => process.off('exit', refuse);
}
