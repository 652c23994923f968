import { firstUserFrame } from '../catalog/position.js';
import { problem } from '../errors/diagnostic.js';
import { renderDiagnostic } from '../views/index.js';
import { createStyle } from './create-style.js';
import { exitStatus } from './exit-status.js';
import type { Io } from './io.js';
import { writeStderrSync } from './write-stderr-sync.js';

/**
 * Reports an error if the manifest, or a package that it uses, ends the process, and makes the exit status non-zero.
 * @returns a function that stops the detection.
 */
export function detectEarlyExit(io: Io): () => void {
  const refuse = () => {
    // The frames are those of the call to process.exit. The watchdog, which has reported why, is part of the library.
    const location = firstUserFrame(new Error().stack ?? '');
    if (location !== undefined) {
      const diagnostic = problem('manifest.exit', 'process.exit was called before the command had ended', {
        location,
        hint: 'to stop the compilation, call site.fail or throw an error',
      });
      writeStderrSync(`${renderDiagnostic(diagnostic, createStyle(io.stderr, io))}\n`);
    }
    process.exitCode = exitStatus.unable;
  };
  process.once('exit', refuse);
  return () => process.off('exit', refuse);
}
