import { resolve } from 'node:path';
import { raise } from '../errors/glance-apply-error.js';
import { LocalFiles } from './local/local-files.js';
import { describeUntrusted, findFirstUntrusted } from './untrusted-path.js';

/**
 * Whose manifests root runs:
 * - `own`: those that only root and the user who called sudo can modify;
 * - `any`: all manifests.
 */
export type ManifestTrust = 'own' | 'any';

/**
 * Keeps root from running files that other users can modify: a manifest and all files that affect it, with the folders
 * above. For any other user, nothing is checked.
 * @param deed The verb phrase in the message: "run a manifest", "use data".
 * @throws {GlanceApplyError} `manifest.foreign`
 */
export async function refuseUntrusted(
  deed: string,
  paths: Iterable<string>,
  trust: ManifestTrust = 'own',
): Promise<void> {
  if (trust === 'any' || process.geteuid?.() !== 0) return;
  const files = new LocalFiles();
  const untrusted = await findFirstUntrusted(
    files,
    Array.from(paths, (path) => resolve(path)),
    { users: findCallers(process.env) },
  );
  if (untrusted === undefined) return;
  raise(
    'manifest.foreign',
    `root does not ${deed} that other users can modify: ${await describeUntrusted(untrusted, files)}`,
    {
      hint: 'or allow it with --trust-manifest',
    },
  );
}

/** Returns the users who called sudo or pkexec, who may become root at any time. */
function findCallers({ SUDO_UID, PKEXEC_UID }: NodeJS.ProcessEnv): number[] {
  return [SUDO_UID, PKEXEC_UID].flatMap((uid) =>
    uid !== undefined && /^\d+$/.test(uid) ? [Number(uid)] : [],
  );
}
