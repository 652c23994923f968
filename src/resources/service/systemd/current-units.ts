import type { Session } from '../../../engine/session.js';
import { raise } from '../../../errors/glance-apply-error.js';
import { describeExit, lastLines } from '../../tools/command-result.js';
import { requireUnits, runSystemctl } from './systemctl.js';
import { exists, type Unit } from './unit.js';

/** Reads units as they are on disk: systemd reloads them first if it has not read the newest files. */
export async function readCurrentUnits(session: Session, names: readonly string[]): Promise<readonly Unit[]> {
  const units = await requireUnits(session, names);
  const outdated = await Promise.all(units.map((unit) => isOutdated(session, unit)));
  if (!outdated.includes(true)) return units;
  const result = await runSystemctl(session, ['daemon-reload']);
  if (result.status !== 0) {
    const exit = describeExit('systemctl', result);
    raise('service.systemctl', `systemctl daemon-reload ${exit}: ${lastLines(result)}`);
  }
  return requireUnits(session, names);
}

/** Returns whether files of the unit have changed since systemd read them. */
async function isOutdated(session: Session, unit: Unit): Promise<boolean> {
  if (!exists(unit) || unit.NeedDaemonReload === 'yes') return true;
  // systemd does not notice the first file of a directory that did not exist when it started.
  const directory = `/etc/systemd/system/${unit.Id}.d`;
  const files = (await session.host.files.list(directory)) ?? [];
  const known = new Set(unit.DropInPaths.split(' '));
  return files.some((file) => file.endsWith('.conf') && !known.has(`${directory}/${file}`));
}
