import { PartialFailure } from '../../../engine/partial-failure.js';
import { Unreadable } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import { type Diagnostic, problem } from '../../../errors/diagnostic.js';
import { GlanceApplyError } from '../../../errors/glance-apply-error.js';
import type { ServiceChange, ServiceSubject } from '../attributes.js';
import { runCustomCommand } from '../custom-command.js';
import { readCurrentUnits } from './current-units.js';
import { findStartFailures, findStopFailures } from './find-failures.js';
import {
  createNotFoundProblem,
  findCustomCommand,
  isUnitMissing,
  type ServiceDifferences,
} from './predict-failure.js';
import { observeService, unitNameOf } from './read.js';
import { runVerb } from './systemctl.js';
import { exists, isRunning, remembersFailure, type Unit } from './unit.js';
import { planUnits, type UnitChange } from './unit-plan.js';

/** Seconds for verbs that only change links. */
const VERB_TIMEOUT = 60;

/** A service that is not in sync now: a call that failed before may have changed a part. */
interface PendingService extends ServiceDifferences {
  readonly subject: ServiceSubject;
  readonly unit: Unit;
  readonly masked: boolean;
}

/** Changes services with one call of systemctl per verb, and verifies that started ones stay up. */
export async function changeUnits(session: Session, changes: readonly ServiceChange[]): Promise<void> {
  const units = await readCurrentUnits(
    session,
    changes.map(({ subject }) => unitNameOf(subject)),
  );
  const all = (
    await Promise.all(changes.map((change, at) => findPending(session, change, units[at])))
  ).flat();
  const failures = new Map<string, Diagnostic>();
  const missing = all.filter((one) => isUnitMissing(one.subject, one.unit, one));
  for (const { subject } of missing) failures.set(subject.title, createNotFoundProblem(subject));
  const pending = all.filter((one) => !missing.includes(one));

  const unmasked = pending.filter(
    ({ masked, enables, subject }) => masked && enables && subject.desired.enable !== 'mask',
  );
  if (unmasked.length > 0) {
    // A mask hides the unit and whether it exists: without it, the units are read again.
    await runVerb(
      session,
      'unmask',
      unmasked.map(({ subject }) => unitNameOf(subject)),
      VERB_TIMEOUT,
    );
    return changeUnits(session, changes);
  }

  const timeouts = pending.map(({ subject }) => subject.desired.timeout);
  const timeout = timeouts.includes(0) ? 0 : Math.max(1, ...timeouts);
  for (const { verb, units: names } of planUnits(pending.map(toUnitChange)))
    await runVerb(session, verb, names, timeout);
  for (const { subject, ensures } of pending) {
    const line = ensures ? findCustomCommand(subject) : undefined;
    if (line !== undefined) await runCustomCommand(session, subject, line);
  }

  const ensured = pending.filter(({ ensures }) => ensures).map(({ subject }) => subject);
  const started = ensured.filter(({ desired }) => desired.ensure === 'running');
  for (const [subject, failure] of await findStartFailures(session, started))
    failures.set(subject.title, failure);
  const stopped = ensured.filter(({ desired }) => desired.ensure === 'stopped');
  for (const [subject, failure] of await findStopFailures(session, stopped))
    failures.set(subject.title, failure);
  if (failures.size > 0) throw new PartialFailure(failures);
}

/** Restarts a service. Returns false if it does not run and does not have to. */
export async function refreshUnit(
  session: Session,
  subject: ServiceSubject,
  // biome-ignore lint/suspicious/noConfusingVoidType: the type of `refresh`.
): Promise<void | false> {
  const name = unitNameOf(subject);
  const [unit] = await readCurrentUnits(session, [name]);
  const { restart, ensure, timeout } = subject.desired;
  if (restart !== undefined) await runCustomCommand(session, subject, restart);
  else if (ensure !== 'running' && unit !== undefined && !isRunning(unit)) return false;
  else {
    if (unit !== undefined && remembersFailure(unit)) await runVerb(session, 'reset-failed', [name], timeout);
    await runVerb(session, 'restart', [name], timeout);
  }
  const failures = await findStartFailures(session, [subject]);
  if (failures.size > 0) throw new GlanceApplyError([...failures.values()]);
  return undefined;
}

async function findPending(
  session: Session,
  { subject, diff }: ServiceChange,
  unit: Unit | undefined,
): Promise<PendingService[]> {
  const state = await observeService(session, subject, unit);
  if (state instanceof Unreadable || unit === undefined) {
    const reason = state instanceof Unreadable ? state.reason : 'systemctl printed nothing about it';
    throw new GlanceApplyError(problem('service.unreadable', `its state cannot be read: ${reason}`));
  }
  const ensures = diff.has('ensure') && state.ensure !== subject.desired.ensure;
  const enables = diff.has('enable') && state.enable !== subject.desired.enable;
  return ensures || enables ? [{ subject, unit, ensures, enables, masked: state.enable === 'mask' }] : [];
}

function toUnitChange({ subject, unit, ensures, enables }: PendingService): UnitChange {
  const { ensure, enable } = subject.desired;
  return {
    // The unit itself instead of an alias: systemd enables and masks names, and a masked alias does not affect the unit.
    unit: exists(unit) && unit.Id !== '' ? unit.Id : unitNameOf(subject),
    ensure: ensures && findCustomCommand(subject) === undefined ? ensure : undefined,
    enable: enables ? enable : undefined,
    failed: remembersFailure(unit),
  };
}
