import type { Session } from '../../../engine/session.js';
import { type Diagnostic, problem } from '../../../errors/diagnostic.js';
import type { ServiceSubject } from '../attributes.js';
import { hasOwnStatus } from '../own-status.js';
import { unitOf } from './current-units.js';
import { settle, whyNotRunning } from './settle.js';
import { lastLog, showNow } from './systemctl.js';
import { isRunning } from './unit.js';

/** The services that were started and did not stay up, each with the last that it said. */
export async function startFailures(
  session: Session,
  started: readonly ServiceSubject[],
): Promise<Diagnostic[]> {
  const units = await settle(session, namesToAsk(started));
  const failures = units.map(async (unit): Promise<Diagnostic[]> => {
    const why = whyNotRunning(unit);
    if (why === undefined) return [];
    const log = await lastLog(session, unit.Id);
    const hint = `'systemctl status ${unit.Id}' and 'journalctl -u ${unit.Id}' on the host say more`;
    return [problem('service.not-running', `${unit.Id} does not run: ${why}${log && `\n${log}`}`, { hint })];
  });
  return (await Promise.all(failures)).flat();
}

/** The services that were stopped and run all the same. */
export async function stopFailures(
  session: Session,
  stopped: readonly ServiceSubject[],
): Promise<Diagnostic[]> {
  const units = await showNow(session, namesToAsk(stopped));
  const hint = 'a socket, a timer or another unit may start it again';
  return units
    .filter((unit) => isRunning(unit))
    .map((unit) => problem('service.not-stopped', `${unit.Id} still runs after it was stopped`, { hint }));
}

/** Of services with a status of their own, systemd does not know whether they run. */
function namesToAsk(subjects: readonly ServiceSubject[]): string[] {
  return subjects.filter((subject) => !hasOwnStatus(subject)).map(unitOf);
}
