import type { Session } from '../../../engine/session.js';
import { problem } from '../../../errors/diagnostic.js';
import { GlanceApplyError } from '../../../errors/glance-apply-error.js';
import type { CommandResult } from '../../../hosts/command.js';
import { endOf, lastLines } from '../custom-command.js';
import { PROPERTIES, parseUnits, type Unit } from './unit.js';

/** Runs systemctl; whatever it says and however it ends is a result. */
export function runSystemctl(
  session: Session,
  args: readonly string[],
  timeout?: number,
): Promise<CommandResult> {
  return session.host.run({ argv: ['systemctl', '--no-pager', ...args], timeout, signal: session.signal });
}

/** Runs a verb for units. A start that fails is not an error here: what became of the units says more. */
export async function runVerb(
  session: Session,
  verb: string,
  units: readonly string[],
  timeout: number,
): Promise<void> {
  const result = await runSystemctl(session, [verb, '--', ...units], timeout);
  const tolerated = ['start', 'restart', 'reset-failed'].includes(verb) && result.status !== null;
  if (result.status === 0 || tolerated) return;
  throw new GlanceApplyError(
    problem(
      'service.systemctl',
      `systemctl ${verb} ${units.join(' ')} ${endOf(result)}: ${lastLines(result)}`,
      {
        hint: /Access denied|authentication|Permission denied/i.test(result.stderr)
          ? 'services are changed as root'
          : undefined,
      },
    ),
  );
}

/** What systemd knows of units, in their order: one process for all of them. A text says why it cannot be asked. */
export async function readUnits(
  session: Session,
  units: readonly string[],
): Promise<readonly Unit[] | string> {
  if (units.length === 0) return [];
  const result = await runSystemctl(session, ['show', `--property=${PROPERTIES.join(',')}`, '--', ...units]);
  if (result.failure !== undefined)
    return `there is no systemctl on ${session.host.name} (${result.failure})`;
  const found = parseUnits(result.stdout);
  if (result.status === 0 && found.length === units.length) return found;
  return `systemctl show ${endOf(result)}: ${lastLines(result, 2)}`;
}

/** As `show`, where not to be answered is an error. */
export async function readUnitsOrThrow(session: Session, units: readonly string[]): Promise<readonly Unit[]> {
  const found = await readUnits(session, units);
  if (typeof found === 'string') throw new GlanceApplyError(problem('service.systemctl', found));
  return found;
}

/** The last lines that a unit logged, each of them once: every attempt to start it may have said the same. */
export async function readLastLog(session: Session, unit: string): Promise<string> {
  const result = await session.host.run({
    argv: ['journalctl', '--no-pager', '--quiet', '--output=cat', '--lines=10', `--unit=${unit}`],
    timeout: 10,
  });
  return result.status === 0 ? [...new Set(lastLines(result).split('\n'))].join('\n') : '';
}
