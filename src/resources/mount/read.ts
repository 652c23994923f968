import { type State, type Subject, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { MOUNTS, parseMountPoints } from '../../hosts/mount-points.js';
import { codeOf } from '../../hosts/system-error.js';
import type { attributes, DesiredMount } from './attributes.js';
import { type FstabLine, identityOf, parseFstab } from './fstab.js';
import { findEntryLine } from './mount-commands.js';

/** Reads the state of mounts from the file system tables and the mount points of the kernel. */
export async function readMounts(
  session: Session,
  subjects: readonly Subject<typeof attributes>[],
): Promise<Map<string, State | Unreadable>> {
  const tables = [...new Set(subjects.map(({ desired }) => desired.target))];
  const [mounts, ...texts] = await session.host.files.read([MOUNTS, ...tables]);
  if (mounts instanceof Error) throw mounts;
  const points = parseMountPoints(mounts?.toString('utf8') ?? '');
  const textsByTable = new Map(tables.map((table, index) => [table, texts[index]]));
  const states = new Map<string, State | Unreadable>();
  for (const { title, desired } of subjects) {
    const unsafe = await findUnsafeLink(session, desired, points);
    states.set(title, unsafe ?? findState(desired, textsByTable.get(desired.target), points));
  }
  return states;
}

/** Lists the file systems of `/etc/fstab`. */
export async function listMounts(session: Session): Promise<Map<string, State>> {
  const [mounts, table] = await session.host.files.read([MOUNTS, '/etc/fstab']);
  // An empty list would mean that there is nothing to purge.
  if (mounts instanceof Error) throw mounts;
  if (table instanceof Error) throw table;
  const points = parseMountPoints(mounts?.toString('utf8') ?? '');
  const lines = parseFstab(table?.toString('utf8') ?? '');
  return new Map(
    lines.flatMap((line) => (line.entry ? [[identityOf(line.entry), toState(line, points)] as const] : [])),
  );
}

/** Finds a link of another user in the path of the mount point or the device: `mount` would follow it. */
async function findUnsafeLink(
  { host: { files } }: Session,
  { ensure, name, device }: DesiredMount,
  points: ReadonlySet<string>,
): Promise<Unreadable | undefined> {
  // A mounted file system is not affected, and the status of one whose server is down must not be requested.
  if (ensure === 'absent' || points.has(name)) return undefined;
  const paths = [name, device ?? ''].filter((path) => path.startsWith('/'));
  const refused = (await files.resolve(paths)).find((one) => codeOf(one) === 'ENOLINK');
  return refused instanceof Error ? Unreadable.because(refused) : undefined;
}

/** `ghost` is Puppet's term for a file system that is mounted and not in the table. */
function findState(
  desired: DesiredMount,
  table: Buffer | Error | undefined,
  points: ReadonlySet<string>,
): State | Unreadable {
  if (table instanceof Error) return Unreadable.because(table);
  const line = findEntryLine(parseFstab(table?.toString('utf8') ?? ''), desired);
  if (line !== undefined) return toState(line, points);
  return { ensure: points.has(desired.name) ? 'ghost' : 'absent' };
}

function toState({ entry }: FstabLine, points: ReadonlySet<string>): State {
  const { name = '', device, fstype, options, dump, pass } = entry ?? {};
  return { ensure: points.has(name) ? 'mounted' : 'unmounted', device, fstype, options, dump, pass };
}
