import type { Session } from '../../../engine/session.js';
import { type Diagnostic, problem } from '../../../errors/diagnostic.js';
import { ensureDefined } from '../../../errors/ensure-defined.js';
import type { ServiceSubject } from '../attributes.js';
import { hasCustomStatus, readCustomStatus, watchService } from '../custom-status.js';
import { createMaskedProblem } from './predict-failure.js';
import { unitNameOf } from './read.js';
import { readLastLog, requireUnits } from './systemctl.js';
import { isStopped, type Unit } from './unit.js';
import { explainNotRunning, watchStartedUnits } from './watch-started-units.js';

/** Finds the started services that did not stay up, each with its last log lines. */
export async function findStartFailures(
  session: Session,
  started: readonly ServiceSubject[],
): Promise<ReadonlyMap<ServiceSubject, Diagnostic>> {
  const subjects = excludeCustomStatus(started);
  const watched = subjects.map((subject) => ({ unit: unitNameOf(subject), seconds: subject.desired.watch }));
  const [units, customFailures] = await Promise.all([
    watchStartedUnits(session, watched),
    findCustomStatusFailures(session, started),
  ]);
  const failures = subjects.map(async (subject, at): Promise<[ServiceSubject, Diagnostic][]> => {
    const unit = ensureDefined(units[at]);
    const reason = explainNotRunning(unit);
    if (reason === undefined) return [];
    // systemd does not try to start a masked unit: its log is of earlier runs.
    if (unit.LoadState === 'masked') return [[subject, createMaskedProblem(unit)]];
    const log = await readLastLog(session, unit.Id);
    const hint = `see 'systemctl status ${unit.Id}' and 'journalctl -u ${unit.Id}' on the host`;
    const message = `${unit.Id} does not run: ${reason}${log && `\n${log}`}`;
    return [[subject, problem('service.not-running', message, { hint, outcomeUnknown: isChanging(unit) })]];
  });
  return new Map([...customFailures, ...(await Promise.all(failures)).flat()]);
}

/** Finds failures of services with a custom status, which are watched only if the manifest declares `watch`. */
async function findCustomStatusFailures(
  session: Session,
  started: readonly ServiceSubject[],
): Promise<[ServiceSubject, Diagnostic][]> {
  const watched = started.filter((one) => hasCustomStatus(one) && one.desired.watch !== undefined);
  const failures = watched.map(async (subject): Promise<[ServiceSubject, Diagnostic][]> => {
    const duration = (subject.desired.watch ?? 0) * 1000;
    const result = await watchService(session, () => readCustomStatus(session, subject), duration, false);
    if (result === 'running') return [];
    const message = `${unitNameOf(subject)} does not run according to its status after it was started`;
    return [[subject, problem('service.not-running', message)]];
  });
  return (await Promise.all(failures)).flat();
}

/** Finds the stopped services that still run. */
export async function findStopFailures(
  session: Session,
  stopped: readonly ServiceSubject[],
): Promise<ReadonlyMap<ServiceSubject, Diagnostic>> {
  const subjects = excludeCustomStatus(stopped);
  const units = await requireUnits(session, subjects.map(unitNameOf));
  const hint = 'a socket, a timer or another unit may start it again';
  const failures = subjects.flatMap((subject, at): [ServiceSubject, Diagnostic][] => {
    const unit = ensureDefined(units[at]);
    if (isStopped(unit)) return [];
    const message = `${unit.Id} still runs after it was stopped (${unit.ActiveState}, ${unit.SubState})`;
    return [[subject, problem('service.not-stopped', message, { hint, outcomeUnknown: isChanging(unit) })]];
  });
  return new Map(failures);
}

/** Returns whether systemd is still starting or stopping a unit, or will try again. */
function isChanging({ ActiveState }: Unit): boolean {
  return ['activating', 'deactivating', 'reloading'].includes(ActiveState);
}

/** Removes the services with a custom status: systemd does not know whether they run. */
function excludeCustomStatus(subjects: readonly ServiceSubject[]): ServiceSubject[] {
  return subjects.filter((subject) => !hasCustomStatus(subject));
}
