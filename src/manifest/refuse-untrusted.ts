import { resolve } from 'node:path';
import { raise } from '../errors/glance-apply-error.js';
import { foreignOnWays, wordsOf } from '../hosts/foreign-place.js';
import { LocalFiles } from '../hosts/local/local-files.js';

/**
 * Whose manifests root runs:
 * - `own`: those that nobody can change but root and the user who called sudo;
 * - `any`: whatever is named.
 */
export type ManifestTrust = 'own' | 'any';

/**
 * Keeps root from running what others can change: a manifest and all that has a say in what it does, with the folders
 * above. Other users run with their own rights only, and are not asked.
 * @param deed stands in the message: "run a manifest", "use data".
 * @throws {GlanceApplyError} `manifest.foreign`
 */
export async function refuseUntrusted(
  deed: string,
  paths: Iterable<string>,
  trust: ManifestTrust = 'own',
): Promise<void> {
  if (trust === 'any' || process.geteuid?.() !== 0) return;
  const files = new LocalFiles();
  const place = await foreignOnWays(
    files,
    Array.from(paths, (path) => resolve(path)),
    { users: findCallers(process.env) },
  );
  if (place === undefined) return;
  raise('manifest.foreign', `root does not ${deed} that others can change: ${await wordsOf(place, files)}`, {
    hint: 'or do so all the same: --trust-manifest',
  });
}

/** Whoever called sudo or pkexec may become root at any time. */
function findCallers({ SUDO_UID, PKEXEC_UID }: NodeJS.ProcessEnv): number[] {
  return [SUDO_UID, PKEXEC_UID].flatMap((uid) =>
    uid !== undefined && /^\d+$/.test(uid) ? [Number(uid)] : [],
  );
}
