import type { State } from '../../../engine/provider.js';
import type { Enable } from '../attributes.js';

/** The properties of a unit that `PROPERTIES` names. */
export type Unit = Readonly<Record<(typeof PROPERTIES)[number], string>>;

/** The properties that are read. */
export const PROPERTIES = [
  'Id',
  'LoadState',
  'ActiveState',
  'SubState',
  'UnitFileState',
  'SourcePath',
  'Type',
  'RemainAfterExit',
  'NRestarts',
  'Result',
  'ExecMainStatus',
  'ConditionResult',
  'ConditionTimestampMonotonic',
  'NeedDaemonReload',
  'DropInPaths',
  'MainPID',
  'TriggeredBy',
] as const;

/** The suffixes of full unit names. */
const suffix = /\.(service|socket|target|timer|path|mount|automount|swap|slice|scope|device)$/;

/** Returns the full name of a unit. */
export function toUnitName(name: string): string {
  return suffix.test(name) ? name : `${name}.service`;
}

/** Parses the output of `systemctl show`: one block per unit, in the order of the arguments. */
export function parseUnits(text: string): Unit[] {
  return text
    .split('\n\n')
    .filter((block) => block.trim() !== '')
    .map((block) => {
      const found = new Map(
        block.split('\n').flatMap((line) => {
          const at = line.indexOf('=');
          return at === -1 ? [] : [[line.slice(0, at), line.slice(at + 1)]];
        }),
      );
      return Object.fromEntries(PROPERTIES.map((name) => [name, found.get(name) ?? ''])) as Unit;
    });
}

/** Returns whether a unit runs: one that is still starting, or that restarts again and again, does not. */
export function isRunning(unit: Unit): boolean {
  return (
    unit.ActiveState === 'active' || unit.ActiveState === 'reloading' || unit.ActiveState === 'refreshing'
  );
}

/** Returns whether a unit does one thing and ends. */
export function endsByItself(unit: Unit | undefined): boolean {
  return unit?.Type === 'oneshot' && unit.RemainAfterExit !== 'yes';
}

/** Returns whether a unit is stopped: one that is starting or stopping, or waits for a restart, is not. */
export function isStopped({ ActiveState }: Unit): boolean {
  return ActiveState === 'inactive' || ActiveState === 'failed';
}

/** Returns whether systemd has counted failures of a unit, which may prevent its next start. */
export function remembersFailure(unit: Unit): boolean {
  return unit.ActiveState === 'failed' || unit.SubState === 'auto-restart' || Number(unit.NRestarts) > 0;
}

/** Returns whether a unit exists or is masked. */
export function exists(unit: Unit): boolean {
  return unit.LoadState !== 'not-found';
}

/** Returns the init script of a generated unit. */
export function findScriptName(unit: Unit): string | undefined {
  return unit.UnitFileState === 'generated'
    ? /^\/etc\/(?:rc\.d\/)?init\.d\/(.+)$/.exec(unit.SourcePath)?.[1]
    : undefined;
}

/**
 * Returns whether a unit starts at boot, in the terms of its desired state.
 * @param linked Whether the init script of a generated unit starts at boot.
 */
export function toEnable(unit: Unit, desired: Enable | undefined, linked: boolean): Enable {
  switch (unit.UnitFileState) {
    case 'masked':
    case 'masked-runtime':
      return 'mask';
    case 'enabled':
      return true;
    case 'static':
    case 'indirect':
    case 'transient':
      return toUnchangeable(desired);
    case 'generated':
      if (findScriptName(unit) === undefined) return toUnchangeable(desired);
      return linked;
    default:
      // A unit that is enabled only until the next boot (enabled-runtime) is not enabled.
      return false;
  }
}

/** Returns the desired value, because only other units decide about it; but it can be masked. */
function toUnchangeable(desired: Enable | undefined): Enable {
  return desired === undefined || desired === 'mask' ? false : desired;
}

/** Returns the observed state of a service, in the terms of its desired state. */
export function observeUnit(
  unit: Unit,
  desired: Enable | undefined,
  running: boolean,
  linked: boolean,
): State {
  return { ensure: running ? 'running' : 'stopped', enable: toEnable(unit, desired, linked) };
}
