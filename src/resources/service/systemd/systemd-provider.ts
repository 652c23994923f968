import { type Provider, Unreadable } from '../../../engine/provider.js';
import { ensureDefined } from '../../../errors/ensure-defined.js';
import { GlanceApplyError } from '../../../errors/glance-apply-error.js';
import type { attributes, ServiceSubject } from '../attributes.js';
import { runCustomCommand } from '../custom-command.js';
import { providerDefaults } from '../provider-defaults.js';
import { changeUnits } from './change.js';
import { findStartFailures } from './find-failures.js';
import { predictFailure } from './predict-failure.js';
import { isScriptLinked, observeService, readCurrentUnits, unitNameOf } from './read.js';
import { readUnits, readUnitsOrThrow, runSystemctl, runVerb } from './systemctl.js';
import { endsByItself, isRunning, observeUnit, remembersFailure, toUnitName } from './unit.js';

/** Services whose unit does its work and ends: that they do not run is nobody's doing. */
const oneshotServices = new WeakSet<ServiceSubject>();

/** Services that systemd runs: all of them are asked for at once, and changed with one call a verb. */
export const systemdProvider: Provider<typeof attributes> = {
  ...providerDefaults,

  async read(session, subjects) {
    const units = await readUnits(session, subjects.map(unitNameOf));
    subjects.forEach((subject, at) => {
      if (typeof units !== 'string' && endsByItself(units[at])) oneshotServices.add(subject);
    });
    const states = await Promise.all(
      subjects.map(async (subject, at) => {
        if (typeof units === 'string') return new Unreadable(units);
        const unit = units[at];
        const state = await observeService(session, subject, unit);
        const known = session.planning && unit !== undefined && !(state instanceof Unreadable);
        return known ? predictFailure(session, subject, unit, state) : state;
      }),
    );
    return new Map(subjects.map(({ title }, at) => [title, ensureDefined(states[at])]));
  },

  async list(session) {
    const result = await runSystemctl(session, [
      'list-unit-files',
      '--type=service',
      '--no-legend',
      '--plain',
    ]);
    const names = result.stdout
      .split('\n')
      .flatMap((line) => /^(\S+[^@\s])\.service\s/.exec(line)?.[1] ?? []);
    const units = await readUnitsOrThrow(session, names.map(toUnitName));
    const states = await Promise.all(
      units.map(async (unit) =>
        observeUnit(unit, undefined, isRunning(unit), await isScriptLinked(session, unit)),
      ),
    );
    return new Map(names.map((name, at) => [name, ensureDefined(states[at])]));
  },

  drifts: (subject, diff) => !oneshotServices.has(subject) || diff.has('enable'),

  changeAll: changeUnits,

  async refresh(session, subject) {
    const [unit] = await readCurrentUnits(session, [subject]);
    const { restart, ensure, timeout } = subject.wanted;
    if (restart !== undefined) await runCustomCommand(session, subject, restart);
    else if (ensure !== 'running' && unit !== undefined && !isRunning(unit)) return false;
    else {
      const name = unitNameOf(subject);
      if (unit !== undefined && remembersFailure(unit))
        await runVerb(session, 'reset-failed', [name], timeout);
      await runVerb(session, 'restart', [name], timeout);
    }
    const failures = await findStartFailures(session, [subject]);
    if (failures.size > 0) throw new GlanceApplyError([...failures.values()]);
    return undefined;
  },
};
