import type { Enable } from '../attributes.js';

/** What is to become of one unit. */
export interface UnitChange {
  readonly unit: string;
  readonly ensure: 'running' | 'stopped' | undefined;
  /** What is to become of it at boot; undefined where that is as wanted. */
  readonly enable: Enable | undefined;
  /** It failed before, which systemd remembers and counts. */
  readonly failed: boolean;
}

/** Verbs of systemctl and their units, in the order in which they are called. */
export type UnitPlan = readonly { readonly verb: string; readonly units: readonly string[] }[];

/** One call of each verb for all units. What is to stop is stopped before it is masked. */
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
