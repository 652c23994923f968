import type { Session } from '../../../engine/session.js';
import { type Diagnostic, problem } from '../../../errors/diagnostic.js';
import { ensureDefined } from '../../../errors/ensure-defined.js';
import type { ServiceSubject } from '../attributes.js';
import { hasCustomStatus, staysRunning } from '../custom-status.js';
import { createMaskedProblem } from './predict-failure.js';
import { unitNameOf } from './read.js';
import { readLastLog, readUnitsOrThrow } from './systemctl.js';
import { isStopped, type Unit } from './unit.js';
import { explainNotRunning, watchStartedUnits } from './watch-started-units.js';

/** The services that were started and did not stay up, each with the last that it said. */
export async function findStartFailures(
  session: Session,
  started: readonly ServiceSubject[],
): Promise<ReadonlyMap<ServiceSubject, Diagnostic>> {
  const asked = excludeCustomStatus(started);
  const watched = asked.map((subject) => ({ unit: unitNameOf(subject), seconds: subject.wanted.watch }));
  const [units, own] = await Promise.all([
    watchStartedUnits(session, watched),
    findCustomStatusFailures(session, started),
  ]);
  const failures = asked.map(async (subject, at): Promise<[ServiceSubject, Diagnostic][]> => {
    const unit = ensureDefined(units[at]);
    const why = explainNotRunning(unit);
    if (why === undefined) return [];
    // systemd did not even try to start a masked one: what was logged is of earlier days.
    if (unit.LoadState === 'masked') return [[subject, createMaskedProblem(unit)]];
    const log = await readLastLog(session, unit.Id);
    const hint = `'systemctl status ${unit.Id}' and 'journalctl -u ${unit.Id}' on the host say more`;
    const message = `${unit.Id} does not run: ${why}${log && `\n${log}`}`;
    return [[subject, problem('service.not-running', message, { hint, outcomeUnknown: isChanging(unit) })]];
  });
  return new Map([...own, ...(await Promise.all(failures)).flat()]);
}

/** The same of services with a status of their own, which are watched where the manifest says so. */
async function findCustomStatusFailures(
  session: Session,
  started: readonly ServiceSubject[],
): Promise<[ServiceSubject, Diagnostic][]> {
  const watched = started.filter((one) => hasCustomStatus(one) && one.wanted.watch !== undefined);
  const failures = watched.map(async (subject): Promise<[ServiceSubject, Diagnostic][]> => {
    if (await staysRunning(session, subject, (subject.wanted.watch ?? 0) * 1000)) return [];
    const message = `${unitNameOf(subject)} does not run: its own status says so after it was started`;
    return [[subject, problem('service.not-running', message)]];
  });
  return (await Promise.all(failures)).flat();
}

/** The services that were stopped and run all the same. */
export async function findStopFailures(
  session: Session,
  stopped: readonly ServiceSubject[],
): Promise<ReadonlyMap<ServiceSubject, Diagnostic>> {
  const asked = excludeCustomStatus(stopped);
  const units = await readUnitsOrThrow(session, asked.map(unitNameOf));
  const hint = 'a socket, a timer or another unit may start it again';
  const failures = asked.flatMap((subject, at): [ServiceSubject, Diagnostic][] => {
    const unit = ensureDefined(units[at]);
    if (isStopped(unit)) return [];
    const message = `${unit.Id} still runs after it was stopped (${unit.ActiveState}, ${unit.SubState})`;
    return [[subject, problem('service.not-stopped', message, { hint, outcomeUnknown: isChanging(unit) })]];
  });
  return new Map(failures);
}

/** Whether systemd is still starting or stopping it, or will try again. */
function isChanging({ ActiveState }: Unit): boolean {
  return ['activating', 'deactivating', 'reloading'].includes(ActiveState);
}

/** Of services with a status of their own, systemd does not know whether they run. */
function excludeCustomStatus(subjects: readonly ServiceSubject[]): ServiceSubject[] {
  return subjects.filter((subject) => !hasCustomStatus(subject));
}
