import { Unreadable } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import { problem } from '../../../errors/diagnostic.js';
import { GlanceApplyError } from '../../../errors/glance-apply-error.js';
import type { CommandResult } from '../../../hosts/command.js';
import { describeExit, lastLines } from '../../tools/command-result.js';
import { requireReadable } from '../../tools/require-readable.js';
import { PROPERTIES, parseUnits, type Unit } from './unit.js';

/** Runs systemctl, and returns its result even if it fails. */
export function runSystemctl(
  session: Session,
  args: readonly string[],
  timeout?: number,
): Promise<CommandResult> {
  return session.host.run({ argv: ['systemctl', '--no-pager', ...args], timeout, signal: session.signal });
}

/** Runs a verb for units. A start that fails is not an error here: the state of the units explains it better. */
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
      `systemctl ${verb} ${units.join(' ')} ${describeExit('systemctl', result)}: ${lastLines(result)}`,
      {
        hint: /Access denied|authentication|Permission denied/i.test(result.stderr)
          ? 'run this as root'
          : undefined,
      },
    ),
  );
}

/** Reads the properties of units, in their order, with one process. */
export async function readUnits(
  session: Session,
  units: readonly string[],
): Promise<readonly Unit[] | Unreadable> {
  if (units.length === 0) return [];
  const result = await runSystemctl(session, ['show', `--property=${PROPERTIES.join(',')}`, '--', ...units]);
  if (result.failure !== undefined)
    return new Unreadable(`systemctl is not installed on ${session.host.name} (${result.failure})`);
  const found = parseUnits(result.stdout);
  if (result.status === 0 && found.length === units.length) return found;
  return new Unreadable(`systemctl show ${describeExit('systemctl', result)}: ${lastLines(result, 2)}`);
}

/**
 * Reads the properties of units as `readUnits` does.
 * @throws {GlanceApplyError} if they cannot be read.
 */
export async function requireUnits(session: Session, units: readonly string[]): Promise<readonly Unit[]> {
  return requireReadable(await readUnits(session, units), 'service.systemctl');
}

/** Reads the last lines that a unit logged, without duplicates: each attempt to start it may have logged the same. */
export async function readLastLog(session: Session, unit: string): Promise<string> {
  const result = await session.host.run({
    argv: ['journalctl', '--no-pager', '--quiet', '--output=cat', '--lines=10', `--unit=${unit}`],
    timeout: 10,
  });
  return result.status === 0 ? [...new Set(lastLines(result).split('\n'))].join('\n') : '';
}
