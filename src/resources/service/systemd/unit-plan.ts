import type { Enable } from '../attributes.js';

/** What is to become of one unit. */
export interface UnitChange {
  readonly unit: string;
  readonly ensure: 'running' | 'stopped' | undefined;
  /** What is to become of it at boot; undefined where that is as wanted. */
  readonly enable: { readonly masked: boolean; readonly should: Enable } | undefined;
  /** It failed before, which systemd remembers and counts. */
  readonly failed: boolean;
}

/** Verbs of systemctl and their units, in the order in which they are called. */
export type UnitPlan = readonly { readonly verb: string; readonly units: readonly string[] }[];

/**
 * One call of each verb for all units. Stopping comes before masking and unmasking before starting, because
 * a masked unit can be stopped but not started.
 */
export function planUnits(changes: readonly UnitChange[]): UnitPlan {
  const pick = (test: (change: UnitChange) => boolean) => changes.filter(test).map(({ unit }) => unit);
  const enables = ({ enable }: UnitChange) => enable?.should === true;
  const disables = ({ enable }: UnitChange) => enable?.should === false || enable?.should === 'manual';
  return [
    { verb: 'stop', units: pick(({ ensure }) => ensure === 'stopped') },
    { verb: 'mask', units: pick(({ enable }) => enable?.should === 'mask') },
    { verb: 'unmask', units: pick(({ enable }) => enable?.masked === true && enable.should !== 'mask') },
    { verb: 'disable', units: pick(disables) },
    { verb: 'enable', units: pick(enables) },
    { verb: 'reset-failed', units: pick(({ ensure, failed }) => failed && ensure === 'running') },
    { verb: 'start', units: pick(({ ensure }) => ensure === 'running') },
  ].filter(({ units }) => units.length > 0);
}
