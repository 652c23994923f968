import { setTimeout as wait } from 'node:timers/promises';
import type { Session } from '../../../engine/session.js';
import { findListeningUnits } from './find-listening-units.js';
import { readUnitsOrThrow } from './systemctl.js';
import { isRunning, isStopped, type Unit } from './unit.js';

/**
 * Milliseconds for which a unit has to stay up that systemd takes for started as soon as it has forked: a
 * Python service takes a second or more to find out that its configuration is wrong.
 */
const WATCH_TIME = 2500;

const INTERVAL = 250;

/**
 * So often systemd may restart a unit before it counts as one that ends again and again: a port that what ran before
 * still holds is free at the second try.
 */
const MAX_RESTARTS = 2;

/** So often a unit that is not settled must be found listening: one that has failed to start does so no more. */
const LISTENING_CHECKS = 2;

/** A unit that was just started. */
export interface StartedUnit {
  readonly unit: string;
  /** For how long it has to stay up in any case. */
  readonly seconds: number | undefined;
}

/** What becomes of units that were just started: looked at until each has failed, serves, or stayed up long enough. */
export async function watchStartedUnits(
  session: Session,
  started: readonly StartedUnit[],
): Promise<readonly Unit[]> {
  if (started.length === 0) return [];
  let since = Date.now();
  let seen = 0;
  const heard = new Map<string, number>();
  for (;;) {
    const units = await readUnitsOrThrow(
      session,
      started.map(({ unit }) => unit),
    );
    const restarts = units.reduce((sum, unit) => sum + restartsOf(unit), 0);
    if (restarts > seen) {
      since = Date.now();
      heard.clear();
    }
    seen = restarts;
    const age = Date.now() - since;
    const open = units.filter((unit, at) => isUndecided(unit, started[at]?.seconds, age));
    for (const id of await findListeningUnits(session.host, open)) heard.set(id, (heard.get(id) ?? 0) + 1);
    const serves = (unit: Unit, at: number) =>
      started[at]?.seconds === undefined && (heard.get(unit.Id) ?? 0) >= LISTENING_CHECKS;
    if (units.every((unit, at) => !open.includes(unit) || serves(unit, at))) return units;
    await wait(INTERVAL, undefined, { signal: session.signal });
  }
}

/**
 * Whether a unit is to be looked at again.
 * @param age milliseconds since it was started
 */
export function isUndecided(unit: Unit, seconds: number | undefined, age: number): boolean {
  if (seconds === undefined) return age < WATCH_TIME && !isFinal(unit);
  return age < seconds * 1000 && restartsOf(unit) <= MAX_RESTARTS && !isStopped(unit);
}

/** Whether looking again could show anything else. */
export function isFinal(unit: Unit): boolean {
  if (restartsOf(unit) > MAX_RESTARTS) return true;
  if (unit.SubState === 'auto-restart') return false;
  if (isRunning(unit)) return !['simple', 'exec', 'idle'].includes(unit.Type);
  return unit.ActiveState !== 'activating';
}

function restartsOf({ NRestarts }: Unit): number {
  return NRestarts === '' ? 0 : Number(NRestarts);
}

/** Why a unit that was started does not count as started; undefined where it does. */
export function explainNotRunning(unit: Unit): string | undefined {
  if (unit.LoadState === 'masked') return 'it is masked';
  if (restartsOf(unit) > MAX_RESTARTS || unit.SubState === 'auto-restart')
    return `it ends again and again, and systemd has restarted it ${unit.NRestarts} times since`;
  if (isRunning(unit)) return undefined;
  if (unit.ActiveState === 'activating') return 'it is still starting';
  const isDone = unit.Type === 'oneshot' && unit.Result === 'success';
  // Of a unit that has ended and that nothing refers to, systemd forgets all but its file: it has asked no condition.
  const isForgotten = unit.ConditionTimestampMonotonic === '0';
  if (unit.ConditionResult === 'no' && !(isDone && isForgotten))
    return "a condition of its unit file is not met (see 'systemctl status')";
  // A unit that does one thing and ends has done it.
  if (isDone) return undefined;
  return `it ended right after it was started (${describeEnd(unit)})`;
}

function describeEnd({ Result, ExecMainStatus }: Unit): string {
  return Result === 'exit-code' || Result === 'success' ? `exit status ${ExecMainStatus}` : Result;
}
