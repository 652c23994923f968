import type { Enable } from '../attributes.js';

/** The desired change of one unit. */
export interface UnitChange {
  readonly unit: string;
  readonly ensure: 'running' | 'stopped' | undefined;
  /** The desired behaviour at boot; undefined if that is in sync. */
  readonly enable: Enable | undefined;
  /** Whether it has failed before, which systemd counts. */
  readonly failed: boolean;
}

/** Verbs of systemctl and their units, in the order of the calls. */
export type UnitPlan = readonly { readonly verb: string; readonly units: readonly string[] }[];

/** Plans one call of each verb for all units. A unit is stopped before it is masked. */
export function planUnits(changes: readonly UnitChange[]): UnitPlan {
  const pick = (test: (change: UnitChange) => boolean) => changes.filter(test).map(({ unit }) => unit);
  return [
    { verb: 'stop', units: pick(({ ensure }) => ensure === 'stopped') },
    { verb: 'mask', units: pick(({ enable }) => enable === 'mask') },
    { verb: 'disable', units: pick(({ enable }) => enable === false) },
    { verb: 'enable', units: pick(({ enable }) => enable === true) },
    { verb: 'reset-failed', units: pick(({ ensure, failed }) => failed && ensure === 'running') },
    { verb: 'start', units: pick(({ ensure }) => ensure === 'running') },
  ].filter(({ units }) => units.length > 0);
}
