import { setTimeout as sleep } from 'node:timers/promises';
import type { Session } from '../../../engine/session.js';
import { findListeningUnits } from './find-listening-units.js';
import { requireUnits } from './systemctl.js';
import { isRunning, isStopped, type Unit } from './unit.js';

/**
 * Milliseconds for which a unit has to stay up if systemd considers it started as soon as it has forked: a Python service
 * takes a second or more to detect an error in its configuration.
 */
const WATCH_TIME = 2500;

const INTERVAL = 250;

/**
 * How often systemd may restart a unit before it counts as failed: a port that the previous process still holds is free
 * at the second attempt.
 */
const MAX_RESTARTS = 2;

/** How often a unit must be found listening to count as started: one that is about to fail listens only once. */
const LISTENING_CHECKS = 2;

/** A unit that was just started. */
export interface StartedUnit {
  readonly unit: string;
  /** For how long it has to stay up, if the manifest declares that. */
  readonly seconds: number | undefined;
}

/** Reads units that were just started until each has failed, listens, or has stayed up long enough. */
export async function watchStartedUnits(
  session: Session,
  started: readonly StartedUnit[],
): Promise<readonly Unit[]> {
  if (started.length === 0) return [];
  let since = Date.now();
  let knownRestarts = 0;
  const listeningChecks = new Map<string, number>();
  for (;;) {
    const units = await requireUnits(
      session,
      started.map(({ unit }) => unit),
    );
    const restarts = units.reduce((sum, unit) => sum + restartsOf(unit), 0);
    if (restarts > knownRestarts) {
      since = Date.now();
      listeningChecks.clear();
    }
    knownRestarts = restarts;
    const age = Date.now() - since;
    const undecided = units.filter((unit, at) => isUndecided(unit, started[at]?.seconds, age));
    for (const id of await findListeningUnits(session.host, undecided))
      listeningChecks.set(id, (listeningChecks.get(id) ?? 0) + 1);
    const isListening = (unit: Unit, at: number) =>
      started[at]?.seconds === undefined && (listeningChecks.get(unit.Id) ?? 0) >= LISTENING_CHECKS;
    if (units.every((unit, at) => !undecided.includes(unit) || isListening(unit, at))) return units;
    await sleep(INTERVAL, undefined, { signal: session.signal });
  }
}

/**
 * Returns whether a unit has to be read again.
 * @param age Milliseconds since it was started.
 */
export function isUndecided(unit: Unit, seconds: number | undefined, age: number): boolean {
  if (seconds === undefined) return age < WATCH_TIME && !isFinal(unit);
  return age < seconds * 1000 && restartsOf(unit) <= MAX_RESTARTS && !isStopped(unit);
}

/** Returns whether the state of a unit cannot change any more. */
export function isFinal(unit: Unit): boolean {
  if (restartsOf(unit) > MAX_RESTARTS) return true;
  if (unit.SubState === 'auto-restart') return false;
  if (isRunning(unit)) return !['simple', 'exec', 'idle'].includes(unit.Type);
  return unit.ActiveState !== 'activating';
}

function restartsOf({ NRestarts }: Unit): number {
  return NRestarts === '' ? 0 : Number(NRestarts);
}

/** Returns why a unit does not count as started; undefined if it does. */
export function explainNotRunning(unit: Unit): string | undefined {
  if (unit.LoadState === 'masked') return 'it is masked';
  if (restartsOf(unit) > MAX_RESTARTS || unit.SubState === 'auto-restart')
    return `it ends again and again, and systemd has restarted it ${unit.NRestarts} times since`;
  if (isRunning(unit)) return undefined;
  if (unit.ActiveState === 'activating') return 'it is still starting';
  const isDone = unit.Type === 'oneshot' && unit.Result === 'success';
  // systemd forgets a unit that has ended and that nothing refers to: then it has checked no condition.
  const isForgotten = unit.ConditionTimestampMonotonic === '0';
  if (unit.ConditionResult === 'no' && !(isDone && isForgotten))
    return "a condition of its unit file is not met (see 'systemctl status')";
  // A unit that does one thing and ends has succeeded.
  if (isDone) return undefined;
  return `it ended right after it was started (${describeEnd(unit)})`;
}

function describeEnd({ Result, ExecMainStatus }: Unit): string {
  return Result === 'exit-code' || Result === 'success' ? `exit status ${ExecMainStatus}` : Result;
}
