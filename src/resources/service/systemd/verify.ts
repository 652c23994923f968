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
  const asked = started.filter((subject) => !hasOwnStatus(subject));
  const units = await settle(session, asked.map(unitOf));
  const failures = await Promise.all(
    asked.map(async ({ reference }, at): Promise<Diagnostic[]> => {
      const unit = units[at];
      const why = unit && whyNotRunning(unit);
      if (unit === undefined || why === undefined) return [];
      const log = await lastLog(session, unit.Id);
      const message = `${reference}: ${unit.Id} does not run: ${why}${log && `\n${log}`}`;
      const hint = `'systemctl status ${unit.Id}' and 'journalctl -u ${unit.Id}' on the host say more`;
      return [problem('service.not-running', message, { hint })];
    }),
  );
  return failures.flat();
}

/** The services that were stopped and run all the same. */
export async function stopFailures(
  session: Session,
  stopped: readonly ServiceSubject[],
): Promise<Diagnostic[]> {
  const asked = stopped.filter((subject) => !hasOwnStatus(subject));
  const units = await showNow(session, asked.map(unitOf));
  return asked.flatMap(({ reference }, at) => {
    const unit = units[at];
    if (unit === undefined || !isRunning(unit)) return [];
    const hint = 'a socket, a timer or another unit may start it again';
    return problem('service.not-stopped', `${reference}: ${unit.Id} still runs after it was stopped`, {
      hint,
    });
  });
}
