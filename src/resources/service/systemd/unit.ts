import type { State } from '../../../engine/provider.js';
import type { Enable } from '../attributes.js';

/** What systemd says of a unit: the properties that `PROPERTIES` names. */
export type Unit = Readonly<Record<(typeof PROPERTIES)[number], string>>;

/** The properties that are asked for. */
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

/** The suffixes that make a name the whole name of a unit. */
const suffix = /\.(service|socket|target|timer|path|mount|automount|swap|slice|scope|device)$/;

/** The whole name of a unit. */
export function toUnitName(name: string): string {
  return suffix.test(name) ? name : `${name}.service`;
}

/** Reads the answer of `systemctl show`: one block for each unit, in the order in which they were asked for. */
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

/** Whether the unit does its work. What restarts again and again does not, nor does what is still starting. */
export function isRunning(unit: Unit): boolean {
  return (
    unit.ActiveState === 'active' || unit.ActiveState === 'reloading' || unit.ActiveState === 'refreshing'
  );
}

/** Whether the unit does one thing and is done with it. */
export function endsByItself(unit: Unit | undefined): boolean {
  return unit?.Type === 'oneshot' && unit.RemainAfterExit !== 'yes';
}

/** Whether the unit has come to rest. What is still starting or stopping, or waits to be restarted, has not. */
export function isStopped({ ActiveState }: Unit): boolean {
  return ActiveState === 'inactive' || ActiveState === 'failed';
}

/** Whether systemd counts failures of the unit, and would hold them against its next start. */
export function remembersFailure(unit: Unit): boolean {
  return unit.ActiveState === 'failed' || unit.SubState === 'auto-restart' || Number(unit.NRestarts) > 0;
}

/** Whether systemd has a unit of this name, or has it masked. */
export function exists(unit: Unit): boolean {
  return unit.LoadState !== 'not-found';
}

/** The script of a unit that systemd made of an init script. */
export function findScriptName(unit: Unit): string | undefined {
  return unit.UnitFileState === 'generated'
    ? /^\/etc\/(?:rc\.d\/)?init\.d\/(.+)$/.exec(unit.SourcePath)?.[1]
    : undefined;
}

/**
 * Whether a unit starts at boot, in the terms of what is wanted of it.
 * @param linked whether the init script that the unit is made of is started at boot
 */
export function toEnable(unit: Unit, wanted: Enable | undefined, linked: boolean): Enable {
  switch (unit.UnitFileState) {
    case 'masked':
    case 'masked-runtime':
      return 'mask';
    case 'enabled':
      return true;
    case 'static':
    case 'indirect':
    case 'transient':
      return toUnchangeable(wanted);
    case 'generated':
      if (findScriptName(unit) === undefined) return toUnchangeable(wanted);
      return linked;
    default:
      // What is enabled until the next boot alone (enabled-runtime) is not enabled.
      return false;
  }
}

/** Other units decide about it, so whatever is wanted is as good as it can be; it can be masked, though. */
function toUnchangeable(wanted: Enable | undefined): Enable {
  return wanted === undefined || wanted === 'mask' ? false : wanted;
}

/** The state of a service, in the terms of what is wanted of it. */
export function observeUnit(
  unit: Unit,
  wanted: Enable | undefined,
  running: boolean,
  linked: boolean,
): State {
  return { ensure: running ? 'running' : 'stopped', enable: toEnable(unit, wanted, linked) };
}
