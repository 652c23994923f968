import { PartialFailure } from '../../../engine/partial-failure.js';
import { Unreadable } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import { type Diagnostic, problem } from '../../../errors/diagnostic.js';
import { GlanceApplyError } from '../../../errors/glance-apply-error.js';
import type { ServiceChange, ServiceSubject } from '../attributes.js';
import { runCustomCommand } from '../custom-command.js';
import { findStartFailures, findStopFailures } from './find-failures.js';
import {
  createNotFoundProblem,
  findCustomCommand,
  isUnitMissing,
  type ServiceDifferences,
} from './predict-failure.js';
import { observeService, readCurrentUnits, unitNameOf } from './read.js';
import { runVerb } from './systemctl.js';
import { exists, remembersFailure, type Unit } from './unit.js';
import { planUnits, type UnitChange } from './unit-plan.js';

/** Seconds for what only changes links. */
const VERB_TIMEOUT = 60;

/** A service that is not as wanted now: a call that failed before may have brought about a part. */
interface PendingService extends ServiceDifferences {
  readonly subject: ServiceSubject;
  readonly unit: Unit;
  readonly masked: boolean;
}

/** Changes services, one call of systemctl a verb, and sees that those which were started stay up. */
export async function changeUnits(session: Session, changes: readonly ServiceChange[]): Promise<void> {
  const units = await readCurrentUnits(
    session,
    changes.map(({ subject }) => subject),
  );
  const all = (
    await Promise.all(changes.map((change, at) => findPending(session, change, units[at])))
  ).flat();
  const failures = new Map<string, Diagnostic>();
  const lost = all.filter((one) => isUnitMissing(one.subject, one.unit, one));
  for (const { subject } of lost) failures.set(subject.title, createNotFoundProblem(subject));
  const open = all.filter((one) => !lost.includes(one));

  const unmasked = open.filter(
    ({ masked, enables, subject }) => masked && enables && subject.wanted.enable !== 'mask',
  );
  if (unmasked.length > 0) {
    // The mask hides what the unit is, and if there is one: without it they are looked at anew.
    await runVerb(
      session,
      'unmask',
      unmasked.map(({ subject }) => unitNameOf(subject)),
      VERB_TIMEOUT,
    );
    return changeUnits(session, changes);
  }

  const timeouts = open.map(({ subject }) => subject.wanted.timeout);
  const timeout = timeouts.includes(0) ? 0 : Math.max(1, ...timeouts);
  for (const { verb, units: names } of planUnits(open.map(toUnitChange)))
    await runVerb(session, verb, names, timeout);
  for (const { subject, ensures } of open) {
    const line = ensures ? findCustomCommand(subject) : undefined;
    if (line !== undefined) await runCustomCommand(session, subject, line);
  }

  const ensured = open.filter(({ ensures }) => ensures).map(({ subject }) => subject);
  const started = ensured.filter(({ wanted }) => wanted.ensure === 'running');
  for (const [subject, why] of await findStartFailures(session, started)) failures.set(subject.title, why);
  const stopped = ensured.filter(({ wanted }) => wanted.ensure === 'stopped');
  for (const [subject, why] of await findStopFailures(session, stopped)) failures.set(subject.title, why);
  if (failures.size > 0) throw new PartialFailure(failures);
}

async function findPending(
  session: Session,
  { subject, diff }: ServiceChange,
  unit: Unit | undefined,
): Promise<PendingService[]> {
  const state = await observeService(session, subject, unit);
  if (state instanceof Unreadable || unit === undefined) {
    const reason = state instanceof Unreadable ? state.reason : 'systemctl said nothing of it';
    throw new GlanceApplyError(problem('service.unreadable', `its state cannot be read: ${reason}`));
  }
  const ensures = diff.has('ensure') && state.ensure !== subject.wanted.ensure;
  const enables = diff.has('enable') && state.enable !== subject.wanted.enable;
  return ensures || enables ? [{ subject, unit, ensures, enables, masked: state.enable === 'mask' }] : [];
}

function toUnitChange({ subject, unit, ensures, enables }: PendingService): UnitChange {
  const { ensure, enable } = subject.wanted;
  return {
    // Of an alias the unit itself: systemd enables and masks names, and a masked alias leaves the unit as it is.
    unit: exists(unit) && unit.Id !== '' ? unit.Id : unitNameOf(subject),
    ensure: ensures && findCustomCommand(subject) === undefined ? ensure : undefined,
    enable: enables ? enable : undefined,
    failed: remembersFailure(unit),
  };
}
