import { type ProgramAnswer, SimulatedHost } from '../../../../src/hosts/simulated/simulated-host.js';
import { PROPERTIES, type Unit } from '../../../../src/resources/service/systemd/unit.js';

/** What `systemctl show` says of a unit: a running one that has said when it was ready, unless told otherwise. */
export function unit(id: string, given: Partial<Unit> = {}): Unit {
  const blank = Object.fromEntries(PROPERTIES.map((name) => [name, ''])) as Unit;
  return {
    ...blank,
    Id: id,
    LoadState: 'loaded',
    ActiveState: 'active',
    SubState: 'running',
    UnitFileState: 'enabled',
    Type: 'notify',
    RemainAfterExit: 'no',
    NRestarts: '0',
    Result: 'success',
    ExecMainStatus: '0',
    ConditionResult: 'yes',
    NeedDaemonReload: 'no',
    ...given,
  };
}

/** A unit that systemd has never heard of. */
export function missing(id: string): Unit {
  const none = {
    LoadState: 'not-found',
    ActiveState: 'inactive',
    SubState: 'dead',
    UnitFileState: '',
    Type: '',
  };
  return unit(id, none);
}

/** The text of `systemctl show`. */
export function shown(units: readonly Unit[]): string {
  return units.map((one) => PROPERTIES.map((name) => `${name}=${one[name]}\n`).join('')).join('\n');
}

const effects: Readonly<Record<string, Partial<Unit>>> = {
  start: { ActiveState: 'active', SubState: 'running' },
  restart: { ActiveState: 'active', SubState: 'running' },
  stop: { ActiveState: 'inactive', SubState: 'dead' },
  'reset-failed': { ActiveState: 'inactive', Result: 'success', NRestarts: '0' },
  enable: { UnitFileState: 'enabled' },
  disable: { UnitFileState: 'disabled' },
  mask: { UnitFileState: 'masked', LoadState: 'masked' },
  unmask: { UnitFileState: 'disabled', LoadState: 'loaded' },
};

const hanging: Partial<Unit> = { ActiveState: 'deactivating', SubState: 'stop-sigterm' };

/** A host in memory with a systemd that does at once what it is told. */
export class SystemdHost extends SimulatedHost {
  readonly units = new Map<string, Unit>();
  /** Other names of units. */
  readonly aliases = new Map<string, string>();
  /** What becomes of units that are started, where that is not to run. */
  readonly dying = new Map<string, Partial<Unit>>();

  /** Units that do not stop. */
  readonly hanging = new Set<string>();
  /** What becomes of units that were started, once they were looked at so often. */
  readonly dyingLater = new Map<string, { shows: number; readonly fate: Partial<Unit> }>();

  constructor(...units: readonly Unit[]) {
    super({ facts: { service_provider: 'systemd' } });
    for (const one of units) this.units.set(one.Id, one);
    this.install('systemctl', ({ argv }) => this.#systemctl(argv.slice(2)));
    this.install('journalctl', () => 'the last that it said\n'.repeat(3));
  }

  /** What was run, without what every call has. */
  get calls(): string[] {
    return this.commands
      .map(({ argv }) => argv.join(' ').replace('systemctl --no-pager ', '').replace(' --', ''))
      .filter((call) => !call.startsWith('show'));
  }

  #systemctl([verb = '', ...rest]: readonly string[]): ProgramAnswer {
    const names = rest.slice(rest.indexOf('--') + 1);
    if (verb === 'show') return shown(names.map((name) => this.#look(name)));
    if (verb === 'daemon-reload') {
      for (const [name, one] of this.units) this.units.set(name, { ...one, NeedDaemonReload: 'no' });
      return '';
    }
    for (const name of names) this.#set(name, verb);
    return '';
  }

  #look(name: string): Unit {
    const one = this.units.get(this.aliases.get(name) ?? name) ?? missing(name);
    const later = this.dyingLater.get(name);
    if (later === undefined || one.ActiveState !== 'active' || --later.shows > 0) return one;
    this.dyingLater.delete(name);
    this.units.set(name, { ...one, ...later.fate });
    return this.#look(name);
  }

  #set(name: string, verb: string): void {
    const before = this.units.get(name) ?? missing(name);
    const fate = verb === 'start' || verb === 'restart' ? this.dying.get(name) : undefined;
    const effect = verb === 'stop' && this.hanging.has(name) ? hanging : effects[verb];
    this.units.set(name, { ...before, ...effect, ...fate });
  }
}
