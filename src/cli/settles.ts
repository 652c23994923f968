import { problem } from '../errors/diagnostic.js';
import { GlanceApplyError } from '../errors/glance-apply-error.js';

/**
 * Awaits the work on a manifest, and complains where it waits for what never comes: Node would end without a
 * word, because nothing is left that could happen.
 */
export async function settles<T>(path: string, work: () => Promise<T>): Promise<T> {
  let idle: () => void = () => {};
  const never = new Promise<never>((_resolve, reject) => {
    idle = () => {
      // Keeps the process alive until the complaint has been told.
      setImmediate(() => {});
      const message = `${path} waits for something that never comes`;
      const hint = 'one of its await expressions, or a promise that the manifest returns, is never settled';
      reject(new GlanceApplyError(problem('manifest.stuck', message, { hint })));
    };
    process.once('beforeExit', idle);
  });
  try {
    return await Promise.race([work(), never]);
  } finally {
    process.off('beforeExit', idle);
  }
}
