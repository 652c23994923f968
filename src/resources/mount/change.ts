import type { Diff, Subject } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { problem } from '../../errors/diagnostic.js';
import { GlanceApplyError, messageOf } from '../../errors/glance-apply-error.js';
import { readConfig, rewriteConfig } from '../config/config-file.js';
import { runTool } from '../tools/run-tool.js';
import type { attributes, DesiredMount } from './attributes.js';
import { formatFstab, parseFstab } from './fstab.js';
import { buildMountSteps, buildRemountSteps, editTable, type MountStep } from './mount-commands.js';
import { mountSafely, remountSafely, unmountSafely } from './mount-safely.js';

type MountSubject = Subject<typeof attributes>;

/** Changes the entry in the table and mounts or unmounts the file system. */
export function changeMount(session: Session, subject: MountSubject, diff: Diff): Promise<void> {
  // The table must not be edited by others until it is certain that its entry can stay.
  return session.exclusively([subject.desired.target], () => changeMountExclusively(session, subject, diff));
}

/** Applies the options of the table to a mounted file system. */
export async function remount(session: Session, { desired }: MountSubject): Promise<void> {
  await runSteps(session, desired, buildRemountSteps(desired));
}

async function changeMountExclusively(session: Session, subject: MountSubject, diff: Diff): Promise<void> {
  const { desired } = subject;
  const mounted = diff.is.ensure === 'mounted' || diff.is.ensure === 'ghost';
  const steps = buildMountSteps(desired, diff, mounted);
  if (diff.removes) {
    await runSteps(session, desired, steps);
    await writeTable(session, subject, true);
    return;
  }
  const restoreTable = await writeTable(session, subject, false);
  try {
    await runSteps(session, desired, steps);
  } catch (error) {
    // A host may fail to boot if its table contains an entry that cannot be mounted.
    await restoreTable();
    throw (await explainMissingMountPoint(session, desired, error)) ?? error;
  }
}

/** Returns the error with a hint if the mount point does not exist. */
async function explainMissingMountPoint(
  session: Session,
  { name }: DesiredMount,
  error: unknown,
): Promise<GlanceApplyError | undefined> {
  if (!name.startsWith('/')) return undefined;
  const [point] = await session.host.files.status([name]);
  if (point !== undefined) return undefined;
  const hint = `${name} does not exist: declare File[${name}] with ensure: 'directory'`;
  return new GlanceApplyError(problem('mount.no-point', messageOf(error), { hint }), { cause: error });
}

const RUN_STEP = { mount: mountSafely, unmount: unmountSafely, remount: remountSafely } as const;

async function runSteps(session: Session, desired: DesiredMount, steps: readonly MountStep[]): Promise<void> {
  for (const step of steps) await RUN_STEP[step](session, desired);
}

/**
 * Writes the desired entry to the table.
 * @returns a function that restores the previous table.
 */
async function writeTable(
  session: Session,
  { reference, desired }: MountSubject,
  removes: boolean,
): Promise<() => Promise<void>> {
  const { target } = desired;
  const before = await readConfig(session.host, target);
  const written = await rewriteConfig(session, target, (text) =>
    formatFstab(editTable(parseFstab(text), desired, removes)),
  );
  if (written && target === '/etc/fstab') await reloadSystemd(session, reference);
  return async () => {
    if (!written) return;
    if (before === undefined) await session.host.files.remove(target);
    else await rewriteConfig(session, target, () => before.text);
  };
}

/** Reloads systemd, which creates units from the table, once at the end of the run. */
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
