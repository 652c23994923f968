import { nativeType } from '../../catalog/index.js';
import { provide, type State, type Subject, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { messageOf } from '../../errors/glance-apply-error.js';
import type { FileStatus } from '../../hosts/host-files.js';
import { NO_LINKS } from '../../hosts/no-links.js';
import { attemptEach, throwFailures } from '../file/attempt-each.js';
import { backUp } from '../file/back-up.js';
import { referToFilebucket } from '../file/filebucket-reference.js';
import { attributes } from './attributes.js';
import { findRemovable } from './find-removable.js';

/**
 * Removes files that are old or large.
 * @example
 * new Tidy(site, '/var/log/glance', { age: '4w', recurse: 1, matches: '*.gz', type: 'mtime' });
 */
export class Tidy extends nativeType('tidy', attributes, {
  doc: 'Removes what is old or large from a directory, or a file. What a file resource manages stays.',
  several: true,
  refersTo: referToFilebucket,
  paths: ({ path }) => [{ use: 'reads', path }],
  *validate({ matches, recurse, backup, path, max_files }) {
    if (matches !== undefined && !recurse)
      yield 'matches is about what recurse comes to: set recurse to true or a number of levels';
    if (max_files > 0 && !recurse) yield 'max_files says how much recurse may come to; set that too';
    if (typeof backup === 'string' && backup.startsWith('.'))
      yield 'a copy beside what goes would be in its place; give true or the name of a filebucket as backup';
    if (path === '/' && recurse) yield 'the whole host is not to be tidied; give a directory';
  },
}) {}

provide(Tidy, {
  async read(session, subjects) {
    const states = subjects.map(async ({ title, wanted }) => {
      const state = await findRemovable(session, wanted).then(
        (found): State => ({
          recurse: found.length === 0 ? wanted.recurse : found.map(({ path }) => path).sort(),
        }),
        (error) => new Unreadable(messageOf(error)),
      );
      return [title, state] as const;
    });
    return new Map(await Promise.all(states));
  },
  change: removeFiles,
});

async function removeFiles(
  session: Session,
  { wanted, reference }: Subject<typeof attributes>,
): Promise<void> {
  const { files } = session.host;
  const keeping = {
    reference,
    ...NO_LINKS,
    wanted: { backup: wanted.backup, content: undefined, show_diff: true },
  } as const;
  const failures = await attemptEach(await findRemovable(session, wanted), ({ path, real, status }) =>
    session.exclusively([path], async () => {
      const [now] = await files.status([real], NO_LINKS);
      if (now instanceof Error) throw now;
      // Somebody else was quicker, and what has come in its place was never looked at.
      if (now === undefined || !isSame(now, status)) return;
      if (status.kind === 'directory') return files.remove(real, { empty: true, ...NO_LINKS });
      await backUp(session, keeping, real, status);
      await files.remove(real, NO_LINKS);
    }),
  );
  throwFailures(failures);
}

/**
 * Whether what is at a path seems to be what was looked at. A directory changes with what is removed from it, and `changed`
 * with each of several names (hard links) that is removed.
 */
function isSame(now: FileStatus, then: FileStatus): boolean {
  const kept =
    now.kind === then.kind && now.uid === then.uid && now.gid === then.gid && now.mode === then.mode;
  return kept && (now.kind === 'directory' || (now.size === then.size && now.modified === then.modified));
}
