import { thrownByManifest } from '../catalog/thrown-by-manifest.js';
import { problem } from '../errors/diagnostic.js';
import { GlanceApplyError } from '../errors/glance-apply-error.js';
import { onUncaughtError } from './on-uncaught-error.js';

/**
 * Awaits the work on a manifest. Complains of errors that nothing in the manifest catches, and where it waits for what
 * never comes: Node would end without a word, because nothing is left that could happen.
 */
export async function detectStalledManifest<T>(path: string, work: () => Promise<T>): Promise<T> {
  let refuse: (error: unknown) => void = () => {};
  const refused = new Promise<never>((_resolve, reject) => {
    refuse = reject;
  });
  const idle = () => {
    // Keeps the process alive until the complaint has been told.
    setImmediate(() => {});
    const message = `${path} waits for something that never comes`;
    const hint = 'one of its await expressions, or a promise that the manifest returns, is never settled';
    refuse(new GlanceApplyError(problem('manifest.stuck', message, { hint })));
  };
  const uncaught: unknown[] = [];
  const stopHearing = onUncaughtError((error) => {
    uncaught.push(error);
    // What is thrown in the same turn of the event loop is told together.
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
  const thrown = uncaught.map((error) => thrownByManifest(error, 'it was compiled', path));
  return new GlanceApplyError(
    thrown.flatMap(({ diagnostics }) => diagnostics),
    { cause: uncaught[0] },
  );
}
