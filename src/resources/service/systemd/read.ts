import { type State, Unreadable } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import { ensureDefined } from '../../../errors/ensure-defined.js';
import type { ServiceSubject } from '../attributes.js';
import { hasCustomStatus, readCustomStatus } from '../custom-status.js';
import { isLinked, multiUserLevels, readRcLinks } from '../init/rc-links.js';
import { predictFailure } from './predict-failure.js';
import { readUnits, requireUnits, runSystemctl } from './systemctl.js';
import {
  endsByItself,
  findScriptName,
  isRunning,
  isStopped,
  observeUnit,
  toUnitName,
  type Unit,
} from './unit.js';

/** Services whose unit does its work and ends, so that a stopped unit is not drift. */
const oneshotServices = new WeakSet<ServiceSubject>();

/** Returns whether the unit of a service does its work and ends. */
export function endsAsExpected(subject: ServiceSubject): boolean {
  return oneshotServices.has(subject);
}

/** Reads the states of services with one call of systemctl. */
export async function readServices(
  session: Session,
  subjects: readonly ServiceSubject[],
): Promise<ReadonlyMap<string, State | Unreadable>> {
  const units = await readUnits(session, subjects.map(unitNameOf));
  if (units instanceof Unreadable) return new Map(subjects.map(({ title }) => [title, units]));
  const states = subjects.map(async (subject, at): Promise<[string, State | Unreadable]> => {
    const unit = units[at];
    if (endsByItself(unit)) oneshotServices.add(subject);
    const state = await observeService(session, subject, unit);
    const canPredict = session.planning && unit !== undefined && !(state instanceof Unreadable);
    return [subject.title, canPredict ? await predictFailure(session, subject, unit, state) : state];
  });
  return new Map(await Promise.all(states));
}

/** Lists all services that have a unit file. */
export async function listServices(session: Session): Promise<ReadonlyMap<string, State>> {
  const result = await runSystemctl(session, ['list-unit-files', '--type=service', '--no-legend', '--plain']);
  const names = result.stdout.split('\n').flatMap((line) => /^(\S+[^@\s])\.service\s/.exec(line)?.[1] ?? []);
  const units = await requireUnits(session, names.map(toUnitName));
  const states = await Promise.all(
    units.map(async (unit) =>
      observeUnit(unit, undefined, isRunning(unit), await isScriptLinked(session, unit)),
    ),
  );
  return new Map(names.map((name, at) => [name, ensureDefined(states[at])]));
}

/** The name of the unit of a service. */
export function unitNameOf({ desired }: ServiceSubject): string {
  return toUnitName(desired.name);
}

/** Returns the state of a service whose unit has been read. */
export async function observeService(
  session: Session,
  subject: ServiceSubject,
  unit: Unit | undefined,
): Promise<State | Unreadable> {
  if (unit === undefined) return new Unreadable('systemctl printed nothing about it');
  const running = hasCustomStatus(subject) ? await readCustomStatus(session, subject) : isUp(unit, subject);
  if (running instanceof Unreadable) return running;
  return observeUnit(unit, subject.desired.enable, running, await isScriptLinked(session, unit));
}

/** A unit that hangs between two states, such as one that does not stop, is never in sync. */
function isUp(unit: Unit, { desired }: ServiceSubject): boolean {
  return desired.ensure === 'stopped' ? !isStopped(unit) : isRunning(unit);
}

/** Returns whether the init script of a generated unit starts at boot, which systemd does not know. */
async function isScriptLinked(session: Session, unit: Unit): Promise<boolean> {
  const script = findScriptName(unit);
  if (script === undefined) return false;
  const links = await session.once('rc-links', () => readRcLinks(session));
  return multiUserLevels.some((level) => isLinked(links, script, [level]));
}
