import { type Provider, type State, Unreadable } from '../../../engine/provider.js';
import { GlanceApplyError } from '../../../errors/glance-apply-error.js';
import type { attributes, ServiceSubject } from '../attributes.js';
import { common } from '../common.js';
import { runOwn } from '../shell-command.js';
import { changeUnits } from './change-units.js';
import { currentUnits, isScriptLinked, stateOf, unitOf } from './current-units.js';
import { foretold } from './foretold.js';
import { applyVerb, show, showNow, systemctl } from './systemctl.js';
import { endsByItself, isRunning, observeUnit, remembersFailure, unitName } from './unit.js';
import { startFailures } from './verify.js';

/** Services whose unit does its work and ends: that they do not run is nobody's doing. */
const ending = new WeakSet<ServiceSubject>();

/** Services that systemd runs: all of them are asked for at once, and changed with one call a verb. */
export const systemdProvider: Provider<typeof attributes> = {
  ...common,

  async read(session, subjects) {
    const units = await show(session, subjects.map(unitOf));
    subjects.forEach((subject, at) => {
      if (typeof units !== 'string' && endsByItself(units[at])) ending.add(subject);
    });
    const states = await Promise.all(
      subjects.map(async (subject, at) => {
        if (typeof units === 'string') return new Unreadable(units);
        const unit = units[at];
        const state = await stateOf(session, subject, unit);
        const known = session.planning && unit !== undefined && !(state instanceof Unreadable);
        return known ? foretold(session, subject, unit, state) : state;
      }),
    );
    return new Map(subjects.map(({ title }, at) => [title, states[at] as State | Unreadable]));
  },

  async list(session) {
    const result = await systemctl(session, ['list-unit-files', '--type=service', '--no-legend', '--plain']);
    const names = result.stdout
      .split('\n')
      .flatMap((line) => /^(\S+[^@\s])\.service\s/.exec(line)?.[1] ?? []);
    const units = await showNow(session, names.map(unitName));
    const states = await Promise.all(
      units.map(async (unit) =>
        observeUnit(unit, undefined, isRunning(unit), await isScriptLinked(session, unit)),
      ),
    );
    return new Map(names.map((name, at) => [name, states[at] as State]));
  },

  drifts: (subject, diff) => !ending.has(subject) || diff.has('enable'),

  changeAll: changeUnits,

  async refresh(session, subject) {
    const [unit] = await currentUnits(session, [subject]);
    const { restart, ensure, timeout } = subject.wanted;
    if (restart !== undefined) await runOwn(session, subject, restart);
    else if (ensure !== 'running' && unit !== undefined && !isRunning(unit)) return false;
    else {
      const name = unitOf(subject);
      if (unit !== undefined && remembersFailure(unit))
        await applyVerb(session, 'reset-failed', [name], timeout);
      await applyVerb(session, 'restart', [name], timeout);
    }
    const failures = await startFailures(session, [subject]);
    if (failures.size > 0) throw new GlanceApplyError([...failures.values()]);
    return undefined;
  },
};
