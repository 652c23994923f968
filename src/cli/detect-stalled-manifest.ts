import { diagnoseManifestError } from '../catalog/diagnose-manifest-error.js';
import { problem } from '../errors/diagnostic.js';
import { GlanceApplyError } from '../errors/glance-apply-error.js';
import { onUncaughtError } from './on-uncaught-error.js';

/**
 * Awaits the work on a manifest, and rejects if an error in the manifest is not caught or if the manifest waits for a
 * promise that never settles. In the latter case Node would exit without a message, because its event loop is empty.
 */
export async function detectStalledManifest<T>(path: string, work: () => Promise<T>): Promise<T> {
  let refuse: (error: unknown) => void = () => {};
  const refused = new Promise<never>((_resolve, reject) => {
    refuse = reject;
  });
  const idle = () => {
    // Keeps the process alive until the error has been reported.
    setImmediate(() => {});
    const message = `${path} waits for a promise that never settles`;
    const hint = 'check its await expressions and the promise that it returns';
    refuse(new GlanceApplyError(problem('manifest.stuck', message, { hint })));
  };
  const uncaught: unknown[] = [];
  const stopHearing = onUncaughtError((error) => {
    uncaught.push(error);
    // Errors of the same iteration of the event loop are reported together.
    if (uncaught.length === 1) setImmediate(() => refuse(toError(uncaught, path)));
  });
  process.once('beforeExit', idle);
  try {
    const result = await Promise.race([work(), refused]);
    if (uncaught.length > 0) throw toError(uncaught, path);
    return result;
  } finally {
    process.off('beforeExit', idle);
    stopHearing();
  }
}

function toError(uncaught: readonly unknown[], path: string): GlanceApplyError {
  const thrown = uncaught.map((error) => diagnoseManifestError(error, 'it was compiled', path));
  return new GlanceApplyError(
    thrown.flatMap(({ diagnostics }) => diagnostics),
    { cause: uncaught[0] },
  );
}
