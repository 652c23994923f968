import { type Provider, type State, Unreadable } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import { type Diagnostic, problem } from '../../../errors/diagnostic.js';
import { GlanceApplyError } from '../../../errors/glance-apply-error.js';
import type { attributes, ServiceChange, ServiceSubject } from '../attributes.js';
import { common } from '../common.js';
import { isLinked, readRcLinks, serving } from '../init/rc-links.js';
import { hasOwnStatus, ownStatus } from '../own-status.js';
import { endOf, lastLines, runLine } from '../shell-command.js';
import { settle, startFailure, whyNotRunning } from './settle.js';
import { applyVerb, show, showNow, systemctl } from './systemctl.js';
import { exists, isRunning, observeUnit, scriptOf, type Unit, unitName } from './unit.js';
import { planUnits, type UnitChange } from './unit-plan.js';

/** Services that systemd runs: all of them are asked for at once, and changed with one call a verb. */
export const systemdProvider: Provider<typeof attributes> = {
  ...common,

  async read(session, subjects) {
    const units = await show(session, subjects.map(nameOf));
    const states = await Promise.all(
      subjects.map((subject, at) => stateOf(session, subject, typeof units === 'string' ? units : units[at])),
    );
    return new Map(
      subjects.map(({ title }, at) => [title, states[at] ?? new Unreadable('systemctl said nothing of it')]),
    );
  },

  async list(session) {
    const result = await systemctl(session, ['list-unit-files', '--type=service', '--no-legend', '--plain']);
    const names = result.stdout.split('\n').flatMap((line) => /^(\S+[^@])\.service\s/.exec(line)?.[1] ?? []);
    const units = await showNow(session, names.map(unitName));
    return new Map(
      names.flatMap((name, at) => {
        const unit = units[at];
        return unit === undefined
          ? []
          : [[name, observeUnit(unit, undefined, isRunning(unit), false)] as const];
      }),
    );
  },

  async changeAll(session, changes) {
    const units = await currentUnits(
      session,
      changes.map(({ subject }) => subject),
    );
    const lost = changes.filter((change, at) => isLost(change, units[at]));
    if (lost.length > 0) throw new GlanceApplyError(lost.map(({ subject }) => notFound(subject)));

    const timeout = longest(changes.map(({ subject }) => subject));
    const plan = planUnits(changes.map((change, at) => unitChange(change, units[at])));
    for (const { verb, units: names } of plan) await applyVerb(session, verb, names, timeout);
    for (const { subject, diff } of changes) {
      const { start, stop, ensure } = subject.wanted;
      const line = ensure === 'running' ? start : stop;
      if (diff.has('ensure') && line !== undefined) await runOwn(session, subject, line);
    }
    await verify(session, changes);
  },

  async refresh(session, subject) {
    const [unit] = await currentUnits(session, [subject]);
    const { restart, ensure, timeout } = subject.wanted;
    if (restart !== undefined) await runOwn(session, subject, restart);
    else {
      const name = nameOf(subject);
      if (unit?.ActiveState === 'failed') await applyVerb(session, 'reset-failed', [name], timeout);
      await applyVerb(session, ensure === 'running' ? 'restart' : 'try-restart', [name], timeout);
    }
    const failures = await failuresOf(session, [subject]);
    if (failures.length > 0) throw new GlanceApplyError(failures);
  },
};

function nameOf({ wanted }: ServiceSubject): string {
  return unitName(wanted.name);
}

async function stateOf(
  session: Session,
  subject: ServiceSubject,
  unit: Unit | string | undefined,
): Promise<State | Unreadable> {
  if (unit === undefined || typeof unit === 'string')
    return new Unreadable(unit ?? 'systemctl said nothing of it');
  const running = hasOwnStatus(subject) ? await ownStatus(session, subject) : isRunning(unit);
  if (running instanceof Unreadable) return running;
  return observeUnit(unit, subject.wanted.enable, running, await isScriptLinked(session, unit));
}

async function isScriptLinked(session: Session, unit: Unit): Promise<boolean> {
  const script = scriptOf(unit);
  if (script === undefined) return false;
  const links = await session.once('rc-links', () => readRcLinks(session));
  return serving.some((level) => isLinked(links, script, [level]));
}

/** The units as they are on disk: systemd is told to read them again where it has not seen the newest. */
async function currentUnits(session: Session, subjects: readonly ServiceSubject[]): Promise<readonly Unit[]> {
  const names = subjects.map(nameOf);
  const units = await showNow(session, names);
  if (units.every((unit) => exists(unit) && unit.NeedDaemonReload !== 'yes')) return units;
  const result = await systemctl(session, ['daemon-reload']);
  if (result.status !== 0) {
    const message = `systemctl daemon-reload ${endOf(result)}: ${lastLines(result)}`;
    throw new GlanceApplyError(problem('service.systemctl', message));
  }
  return showNow(session, names);
}

/** Something is wanted of a unit that there is not; only masking needs none. */
function isLost({ subject, diff }: ServiceChange, unit: Unit | undefined): boolean {
  const { start, stop, enable } = subject.wanted;
  if (unit === undefined || exists(unit)) return false;
  return (
    (diff.has('enable') && enable !== 'mask') ||
    (diff.has('ensure') && start === undefined && stop === undefined)
  );
}

function notFound(subject: ServiceSubject) {
  return problem('service.unknown', `${subject.reference}: unit ${nameOf(subject)} not found`, {
    hint: 'is the package that brings it in the manifest, and does it come before the service?',
  });
}

function unitChange({ subject, diff }: ServiceChange, unit: Unit | undefined): UnitChange {
  const { ensure, enable, start, stop } = subject.wanted;
  const own = ensure === 'running' ? start : stop;
  const boot = diff.differences.find(({ property }) => property === 'enable');
  return {
    unit: nameOf(subject),
    ensure: diff.has('ensure') && own === undefined ? ensure : undefined,
    enable: boot && enable !== undefined ? { masked: diff.is.enable === 'mask', should: enable } : undefined,
    failed: unit?.ActiveState === 'failed',
  };
}

function longest(subjects: readonly ServiceSubject[]): number {
  const timeouts = subjects.map(({ wanted }) => wanted.timeout);
  return timeouts.includes(0) ? 0 : Math.max(...timeouts);
}

async function runOwn(session: Session, subject: ServiceSubject, line: string): Promise<void> {
  const result = await runLine(session, subject, line);
  if (result.status === 0) return;
  const message = `${subject.reference}: '${line}' ${endOf(result)}: ${lastLines(result)}`;
  throw new GlanceApplyError(problem('service.command', message));
}

/** Holds what was brought about against what is wanted: services that die at once are found here. */
async function verify(session: Session, changes: readonly ServiceChange[]): Promise<void> {
  const started = changes.filter(
    ({ subject, diff }) => diff.has('ensure') && subject.wanted.ensure === 'running',
  );
  const failures = await failuresOf(
    session,
    started.map(({ subject }) => subject),
  );
  const others = changes.filter((change) => !started.includes(change) && !hasOwnStatus(change.subject));
  const units = await showNow(
    session,
    others.map(({ subject }) => nameOf(subject)),
  );
  for (const [at, { subject, diff }] of others.entries()) {
    const unit = units[at];
    if (unit !== undefined && diff.has('ensure') && isRunning(unit)) {
      failures.push(
        problem('service.not-stopped', `${subject.reference}: ${unit.Id} still runs after it was stopped`, {
          hint: 'a socket, timer or other unit may start it again',
        }),
      );
    }
  }
  if (failures.length > 0) throw new GlanceApplyError(failures);
}

/** The services that were started and did not stay up. */
async function failuresOf(session: Session, subjects: readonly ServiceSubject[]): Promise<Diagnostic[]> {
  const asked = subjects.filter((subject) => !hasOwnStatus(subject));
  const units = await settle(session, asked.map(nameOf));
  const failures = await Promise.all(
    asked.map(async ({ reference }, at) => {
      const unit = units[at];
      const why = unit && whyNotRunning(unit);
      return unit && why ? [await startFailure(session, reference, unit, why)] : [];
    }),
  );
  return failures.flat();
}
