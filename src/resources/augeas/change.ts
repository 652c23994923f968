import type { Diff, Subject } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import { resolveFile } from '../../hosts/resolve-file.js';
import type { attributes, DesiredAugeas } from './attributes.js';
import { type EditedFile, listPendingPaths } from './pending-edits.js';
import { tryCommands } from './try-commands.js';

/** How often the changes are tried again because they affect other files than before. */
const MAX_TRIES = 5;

/** Tries the commands on copies again, and writes the result like any other edit. */
export async function changeAugeas(
  session: Session,
  { desired }: Subject<typeof attributes>,
  diff: Diff,
): Promise<void> {
  let paths = listPendingPaths(diff.is.changes);
  for (let tries = 0; tries < MAX_TRIES; tries++) {
    const others = await session.exclusively(paths, () => applyIfComplete(session, desired, paths));
    if (others.length === 0) return;
    paths = [...new Set([...paths, ...others])];
  }
  raise('augeas.failed', `the commands affect other files each time: ${paths.join(', ')}`);
}

/**
 * Applies the changes if they only affect these files.
 * @returns the other affected files, if there are any; then nothing is changed.
 */
async function applyIfComplete(
  session: Session,
  desired: DesiredAugeas,
  paths: readonly string[],
): Promise<string[]> {
  const { files } = await tryCommands(session, desired);
  const others = files.map(({ path }) => path).filter((path) => !paths.includes(path));
  if (others.length > 0) return others;
  for (const file of files) await writeFile(session, desired, file);
  return [];
}

async function writeFile(
  session: Session,
  { show_diff: showDiff }: DesiredAugeas,
  { path, before, after }: EditedFile,
): Promise<void> {
  const { files } = session.host;
  if (before !== undefined && (!showDiff || after === undefined)) {
    await session.backup(path, before, { confidential: !showDiff });
  }
  if (after === undefined) {
    await files.remove(await resolveFile(files, path));
    return;
  }
  await session.rewrite(
    path,
    (now) => {
      const same = now === undefined ? before === undefined : before !== undefined && now.equals(before);
      if (!same)
        raise('augeas.failed', `${path} was changed by something else at the same time; run it again`);
      return after;
    },
    { backup: showDiff },
  );
}
