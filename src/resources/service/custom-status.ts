import { setTimeout as sleep } from 'node:timers/promises';
import { escapePattern } from '../../data/escape-pattern.js';
import { matchWithTimeout } from '../../data/match-with-timeout.js';
import { Unreadable } from '../../engine/provider.js';
import type { Session } from '../../engine/session.js';
import { describeExit } from '../tools/command-result.js';
import type { ServiceSubject } from './attributes.js';
import { runShellCommand } from './custom-command.js';
import { readCommandLines } from './read-command-lines.js';

/** Milliseconds between two checks of a service that is watched. */
const INTERVAL = 250;

/** Returns whether the status of a service is read without the service manager. */
export function hasCustomStatus({ desired }: ServiceSubject): boolean {
  return desired.status !== undefined || !desired.hasstatus;
}

/** Reads whether a service runs, with the status command of the manifest or from the process table. */
export async function readCustomStatus(
  session: Session,
  subject: ServiceSubject,
): Promise<boolean | Unreadable> {
  const { status, pattern, binary, name } = subject.desired;
  if (status === undefined) {
    const expression = new RegExp(pattern ?? escapePattern(binary ?? name));
    return matchWithTimeout(expression, await readCommandLines(session)).includes(true);
  }
  const result = await runShellCommand(session, subject, status);
  if (result.failure !== undefined || result.timedOut)
    return new Unreadable(`its status command ${describeExit('/bin/sh', result)}`);
  return result.status === 0;
}

/** How a service that was started has behaved while it was watched. */
export type WatchResult = 'running' | 'ended' | 'never ran';

/**
 * Reads the status of a started service again and again, until it has ended or the time is over.
 * @param duration Milliseconds.
 * @param canStartLate Whether a service that does not run yet is given until the end to start.
 */
export async function watchService(
  session: Session,
  readStatus: () => Promise<boolean | Unreadable>,
  duration: number,
  canStartLate: boolean,
): Promise<WatchResult> {
  const until = Date.now() + duration;
  let hasRun = false;
  for (;;) {
    const isOver = Date.now() >= until;
    const isRunning = (await readStatus()) === true;
    hasRun ||= isRunning;
    if (!isRunning && (hasRun || isOver || !canStartLate)) return hasRun ? 'ended' : 'never ran';
    if (isOver) return 'running';
    await sleep(INTERVAL, undefined, { signal: session.signal });
  }
}
