import { setTimeout as wait } from 'node:timers/promises';
import { escapePattern } from '../../data/escape-pattern.js';
import { matchWithTimeout } from '../../data/match-with-timeout.js';
import { Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import type { ServiceSubject } from './attributes.js';
import { endOf, runShellCommand } from './custom-command.js';
import { readCommandLines } from './read-command-lines.js';

/** Milliseconds between two looks at a service that is watched. */
const INTERVAL = 250;

/** Whether the service manager is not to be asked if the service runs. */
export function hasCustomStatus({ wanted }: ServiceSubject): boolean {
  return wanted.status !== undefined || !wanted.hasstatus;
}

/** Whether a service runs, by the manifest's own command or by the process table. */
export async function readCustomStatus(
  session: Session,
  subject: ServiceSubject,
): Promise<boolean | Unreadable> {
  const { status, pattern, binary, name } = subject.wanted;
  if (status === undefined) {
    const expression = new RegExp(pattern ?? escapePattern(binary ?? name));
    return matchWithTimeout(expression, await readCommandLines(session)).includes(true);
  }
  const result = await runShellCommand(session, subject, status);
  if (result.failure !== undefined || result.timedOut)
    return new Unreadable(`its status command ${endOf(result)}`);
  return result.status === 0;
}

/** Whether a service that was started is up, by the manifest's own command, again and again for some milliseconds. */
export async function staysRunning(
  session: Session,
  subject: ServiceSubject,
  watch: number,
): Promise<boolean> {
  const until = Date.now() + watch;
  for (;;) {
    const over = Date.now() >= until;
    if ((await readCustomStatus(session, subject)) !== true) return false;
    if (over) return true;
    await wait(INTERVAL, undefined, { signal: session.signal });
  }
}
