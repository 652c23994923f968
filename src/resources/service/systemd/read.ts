import { type State, Unreadable } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import { problem } from '../../../errors/diagnostic.js';
import { GlanceApplyError } from '../../../errors/glance-apply-error.js';
import type { ServiceSubject } from '../attributes.js';
import { endOf, lastLines } from '../custom-command.js';
import { hasCustomStatus, readCustomStatus } from '../custom-status.js';
import { isLinked, multiUserLevels, readRcLinks } from '../init/rc-links.js';
import { readUnitsOrThrow, runSystemctl } from './systemctl.js';
import { exists, findScriptName, isRunning, isStopped, observeUnit, toUnitName, type Unit } from './unit.js';

/** The unit that a service is. */
export function unitNameOf({ wanted }: ServiceSubject): string {
  return toUnitName(wanted.name);
}

/** The state of a service whose unit is known. */
export async function observeService(
  session: Session,
  subject: ServiceSubject,
  unit: Unit | undefined,
): Promise<State | Unreadable> {
  if (unit === undefined) return new Unreadable('systemctl said nothing of it');
  const running = hasCustomStatus(subject) ? await readCustomStatus(session, subject) : isUp(unit, subject);
  if (running instanceof Unreadable) return running;
  return observeUnit(unit, subject.wanted.enable, running, await isScriptLinked(session, unit));
}

/** A unit that hangs in between, such as one that does not stop, is not as wanted, whatever is wanted. */
function isUp(unit: Unit, { wanted }: ServiceSubject): boolean {
  return wanted.ensure === 'stopped' ? !isStopped(unit) : isRunning(unit);
}

/** Whether the init script that systemd made a unit of starts at boot: systemd itself does not know. */
export async function isScriptLinked(session: Session, unit: Unit): Promise<boolean> {
  const script = findScriptName(unit);
  if (script === undefined) return false;
  const links = await session.once('rc-links', () => readRcLinks(session));
  return multiUserLevels.some((level) => isLinked(links, script, [level]));
}

/** The units as they are on disk: systemd is told to read them again where it has not seen the newest. */
export async function readCurrentUnits(
  session: Session,
  subjects: readonly ServiceSubject[],
): Promise<readonly Unit[]> {
  const names = subjects.map(unitNameOf);
  const units = await readUnitsOrThrow(session, names);
  const outdated = await Promise.all(units.map((unit) => isOutdated(session, unit)));
  if (!outdated.includes(true)) return units;
  const result = await runSystemctl(session, ['daemon-reload']);
  if (result.status !== 0) {
    const message = `systemctl daemon-reload ${endOf(result)}: ${lastLines(result)}`;
    throw new GlanceApplyError(problem('service.systemctl', message));
  }
  return readUnitsOrThrow(session, names);
}

/** Whether files of the unit were changed since systemd read them. */
async function isOutdated(session: Session, unit: Unit): Promise<boolean> {
  if (!exists(unit) || unit.NeedDaemonReload === 'yes') return true;
  // systemd itself does not see the first file of a directory that was not there when it started.
  const directory = `/etc/systemd/system/${unit.Id}.d`;
  const files = (await session.host.files.list(directory)) ?? [];
  const seen = new Set(unit.DropInPaths.split(' '));
  return files.some((file) => file.endsWith('.conf') && !seen.has(`${directory}/${file}`));
}
