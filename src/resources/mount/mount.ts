import { managedFile, nativeType, Reference } from '../../catalog/index.js';
import { type Diff, provide, type State, type Subject, Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { problem } from '../../errors/diagnostic.js';
import { GlanceApplyError, messageOf } from '../../errors/glance-apply-error.js';
import { MOUNTS, parseMountPoints } from '../../hosts/mount-points.js';
import { codeOf } from '../../hosts/refusal.js';
import { readConfig, rewriteConfig } from '../config/config-file.js';
import { listPackagesOfFileSystem } from '../tools/packages-of-tool.js';
import { runTool } from '../tools/run-tool.js';
import { attributes, normalize, type WantedMount } from './attributes.js';
import { type FstabLine, formatFstab, identityOf, isSwap, parseFstab, trimTrailingSlashes } from './fstab.js';
import {
  buildMountSteps,
  buildRemountSteps,
  editTable,
  findEntryLine,
  type MountStep,
} from './mount-commands.js';
import { mountSafely } from './mount-safely.js';

type MountSubject = Subject<typeof attributes>;

/** A file system, in the table of file systems and mounted. */
export class Mount extends nativeType('mount', attributes, {
  doc: 'A file system: its line in /etc/fstab, and whether it is mounted. The mount point must be there.',
  // It is asked for the name of what is refused, too.
  nameOf: (wanted) => identityOf({ ...wanted, name: wanted.name ?? '' }),
  normalize: (wanted) => normalize({ ...wanted, name: trimTrailingSlashes(wanted.name) }),
  validate: function* (wanted) {
    if (!wanted.name.startsWith('/') && wanted.device === undefined)
      yield 'swap space is told apart by its device: give one';
    if (wanted.ensure === 'absent') return;
    if (isSwap(wanted) && wanted.ensure !== 'present' && wanted.ensure !== 'defined') {
      yield `swap space is not mounted: ensure can be 'present' or 'absent', not '${wanted.ensure}'`;
    }
  },
  paths: function* ({ name, target, ensure, device }) {
    yield* managedFile(target);
    if (device?.startsWith('/')) yield { use: 'needs', path: device };
    if (ensure === 'mounted') yield { use: 'mounts', path: name };
  },
  autorequire: function* ({ name, fstype = '' }) {
    yield* listPackagesOfFileSystem(fstype);
    for (let at = name.lastIndexOf('/'); at > 0; at = name.lastIndexOf('/', at - 1)) {
      yield new Reference('mount', name.slice(0, at));
    }
    if (name !== '/') yield new Reference('mount', '/');
  },
}) {}

provide(Mount, {
  disturbs: () => true,
  edits: ({ wanted }) => [wanted.target],
  refreshes: ({ wanted }, is) =>
    wanted.fstype !== 'swap' && (is.ensure === 'mounted' || is.ensure === 'ghost'),
  // A change of one of these mounts anew what it has to.
  supersedesRefresh: (diff) =>
    ['ensure', 'device', 'fstype', 'options'].some((property) => diff.has(property)),

  async read(session, subjects) {
    const tables = [...new Set(subjects.map(({ wanted }) => wanted.target))];
    const [mounts, ...texts] = await session.host.files.read([MOUNTS, ...tables]);
    if (mounts instanceof Error) throw mounts;
    const points = parseMountPoints(mounts?.toString('utf8') ?? '');
    const entries = new Map(tables.map((table, index) => [table, texts[index]]));
    const states = new Map<string, State | Unreadable>();
    for (const { title, wanted } of subjects) {
      const led = await findUnsafeLink(session, wanted, points);
      states.set(title, led ?? findState(wanted, entries.get(wanted.target), points));
    }
    return states;
  },

  // The table must not be edited by others until it is known whether its entry can stay.
  change: (session, subject, diff) =>
    session.exclusively([subject.wanted.target], () => change(session, subject, diff)),

  async refresh(session, { wanted }) {
    const table = await readConfig(session.host, wanted.target);
    const line = findEntryLine(parseFstab(table?.text ?? ''), wanted);
    await runSteps(session, wanted, buildRemountSteps(wanted, line?.entry?.options));
  },

  async list(session) {
    const [mounts, table] = await session.host.files.read([MOUNTS, '/etc/fstab']);
    // An empty list would say that there is nothing to purge.
    if (mounts instanceof Error) throw mounts;
    if (table instanceof Error) throw table;
    const points = parseMountPoints(mounts?.toString('utf8') ?? '');
    const lines = parseFstab(table?.toString('utf8') ?? '');
    return new Map(
      lines.flatMap((line) => (line.entry ? [[identityOf(line.entry), toState(line, points)] as const] : [])),
    );
  },
});

/** A mount point or a device to which a link of another user would lead: `mount` would follow it anywhere. */
async function findUnsafeLink(
  { host: { files } }: Session,
  { ensure, name, device }: WantedMount,
  points: ReadonlySet<string>,
): Promise<Unreadable | undefined> {
  // What is mounted is where it is; one whose server is gone must not be looked at.
  if (ensure === 'absent' || points.has(name)) return undefined;
  const paths = [name, device ?? ''].filter((path) => path.startsWith('/'));
  const refused = (await files.resolve(paths)).find((one) => codeOf(one) === 'ENOLINK');
  return refused instanceof Error ? Unreadable.because(refused) : undefined;
}

/** `ghost` is Puppet's word for what is mounted and in no table. */
function findState(
  wanted: WantedMount,
  table: Buffer | Error | undefined,
  points: ReadonlySet<string>,
): State | Unreadable {
  if (table instanceof Error) return Unreadable.because(table);
  const line = findEntryLine(parseFstab(table?.toString('utf8') ?? ''), wanted);
  if (line !== undefined) return toState(line, points);
  return { ensure: points.has(wanted.name) ? 'ghost' : 'absent' };
}

function toState({ entry }: FstabLine, points: ReadonlySet<string>): State {
  const { name = '', device, fstype, options, dump, pass } = entry ?? {};
  return { ensure: points.has(name) ? 'mounted' : 'unmounted', device, fstype, options, dump, pass };
}

async function change(session: Session, subject: MountSubject, diff: Diff): Promise<void> {
  const { wanted } = subject;
  const mounted = diff.is.ensure === 'mounted' || diff.is.ensure === 'ghost';
  const actions = buildMountSteps(wanted, diff, mounted);
  if (diff.removes) {
    await runSteps(session, wanted, actions);
    await writeTable(session, subject, true);
    return;
  }
  const takeBack = await writeTable(session, subject, false);
  try {
    await runSteps(session, wanted, actions);
  } catch (error) {
    // A host whose table names what cannot be mounted may not boot again.
    await takeBack();
    throw (await explainMissingMountPoint(session, wanted, error)) ?? error;
  }
}

/** The same failure with what to do about it, where there is nothing to mount on. */
async function explainMissingMountPoint(
  session: Session,
  { name }: WantedMount,
  error: unknown,
): Promise<GlanceApplyError | undefined> {
  if (!name.startsWith('/')) return undefined;
  const [point] = await session.host.files.status([name]);
  if (point !== undefined) return undefined;
  const hint = `${name} does not exist: declare File[${name}] with ensure: 'directory'`;
  return new GlanceApplyError(problem('mount.no-point', messageOf(error), { hint }), { cause: error });
}

async function runSteps(session: Session, wanted: WantedMount, actions: readonly MountStep[]): Promise<void> {
  for (const action of actions) {
    if (action === 'mount') await mountSafely(session, wanted);
    else await runTool(session, action);
  }
}

/** Writes the table as it has to be; gives what puts the one before back. */
async function writeTable(
  session: Session,
  { reference, wanted }: MountSubject,
  removes: boolean,
): Promise<() => Promise<void>> {
  const { target } = wanted;
  const before = await readConfig(session.host, target);
  const written = await rewriteConfig(session, target, (text) =>
    formatFstab(editTable(parseFstab(text), wanted, removes)),
  );
  if (written && target === '/etc/fstab') await reloadSystemd(session, reference);
  return async () => {
    if (!written) return;
    if (before === undefined) await session.host.files.remove(target);
    else await rewriteConfig(session, target, () => before.text);
  };
}

/** systemd makes units of the table, and reads it again when it is told to: once, when the run ends. */
async function reloadSystemd(session: Session, reference: string): Promise<void> {
  const { host } = session;
  await session.shared(
    'systemd reads /etc/fstab',
    async () => (await host.files.status(['/run/systemd/system']))[0] !== undefined,
    async (runs) => {
      if (!runs) return;
      await runTool(session, { argv: ['systemctl', 'daemon-reload'] }).catch((error: unknown) =>
        session.warn(
          reference,
          `systemd has not read the changed /etc/fstab: ${messageOf(error)}`,
          'run systemctl daemon-reload',
        ),
      );
    },
  );
}
