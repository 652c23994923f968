import { diagnoseManifestError } from '../catalog/diagnose-manifest-error.js';
import { renderDiagnostic } from '../views/index.js';
import { createStyle } from './create-style.js';
import { exitStatus } from './exit-status.js';
import type { Io } from './io.js';
import { writeStderrSync } from './write-stderr-sync.js';

const successes: readonly number[] = [exitStatus.ok, exitStatus.changed];

/** Ends the process. What the manifest has it do at its end, and what fails there, is a failure of the command. */
export function endProcess(status: number, io: Io): never {
  try {
    process.exit(status);
  } catch (error) {
    // Node does nothing asynchronous any more, and would end with 0 after what a listener throws.
    for (const diagnostic of diagnoseManifestError(error, 'the process ended').diagnostics)
      writeStderrSync(`${renderDiagnostic(diagnostic, createStyle(io.stderr, io))}\n`);
    process.exit(successes.includes(status) ? exitStatus.unable : status);
  }
}
