import { posix } from 'node:path';
import { type Provider, type State, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import { resolveFile } from '../../hosts/resolve-file.js';
import type { attributes, WantedAugeas } from './attributes.js';
import { type EditedFile, listPendingPaths, toPendingEdits } from './pending-edits.js';
import { type CommandTrial, tryCommands } from './try-commands.js';

/** How often it is tried anew because meanwhile the commands concern other files. */
const TRIES = 5;

/** Finds out what commands would do by trying them on copies, and writes what came of it as any other edit. */
export const provider: Provider<typeof attributes> = {
  // Whether a condition that cannot be asked yet will hold is anybody's guess.
  blank: () => undefined,
  edits: ({ wanted: { incl, root } }) => (incl === undefined ? [] : [posix.join(root, incl)]),

  async read(session, subjects) {
    const states = subjects.map(
      async ({ title, reference, wanted }): Promise<[string, State | Unreadable]> => {
        try {
          const tried = await tryCommands(session, wanted);
          for (const warning of tried.warnings) session.message(reference, warning, { level: 'debug' });
          return [title, toState(wanted, tried)];
        } catch (error) {
          return [title, Unreadable.because(error)];
        }
      },
    );
    return new Map(await Promise.all(states));
  },

  async change(session, { wanted }, diff) {
    let paths = listPendingPaths(diff.is.changes);
    for (let tries = 0; tries < TRIES; tries++) {
      const others = await session.exclusively(paths, () => applyIfComplete(session, wanted, paths));
      if (others.length === 0) return;
      paths = [...new Set([...paths, ...others])];
    }
    raise('augeas.failed', `the commands concern other files each time: ${paths.join(', ')}`);
  },
};

function toState({ changes, force }: WantedAugeas, { isConditionMet, files }: CommandTrial): State {
  return { changes: isConditionMet && (force || files.length > 0) ? toPendingEdits(files) : changes };
}

/** Makes the changes if these files are all that they concern; else gives the others, with nothing done. */
async function applyIfComplete(
  session: Session,
  wanted: WantedAugeas,
  paths: readonly string[],
): Promise<string[]> {
  const { files } = await tryCommands(session, wanted);
  const others = files.map(({ path }) => path).filter((path) => !paths.includes(path));
  if (others.length > 0) return others;
  for (const file of files) await writeFile(session, wanted, file);
  return [];
}

async function writeFile(
  session: Session,
  { show_diff: showDiff }: WantedAugeas,
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
