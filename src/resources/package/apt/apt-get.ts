import { setTimeout as wait } from 'node:timers/promises';
import type { Session } from '../../../engine/session.js';
import { problem } from '../../../errors/diagnostic.js';
import { GlanceApplyError } from '../../../errors/glance-apply-error.js';
import type { CommandResult } from '../../../hosts/command.js';
import { classifyFailure, createProgressReader, extractFailure, suggestRemedy } from './apt-output.js';

/** Seconds that another program's work on packages is waited for. */
const LOCK_TIMEOUT = 600;

/** Seconds that a transaction may take: downloads over slow lines, schemas that maintainer scripts make. */
export const TRANSACTION_TIMEOUT = 2 * 60 * 60;

/** No question is asked, and none of the tools that hook into apt waits for an answer. */
export const unattended = {
  DEBIAN_FRONTEND: 'noninteractive',
  DEBIAN_PRIORITY: 'critical',
  APT_LISTCHANGES_FRONTEND: 'none',
  NEEDRESTART_MODE: 'l',
} as const;

/** Variables that a command gets besides those of every one. */
export type Environment = Readonly<Record<string, string>>;

/** Runs a command that changes packages, and tells the run of its progress. */
export function runUnattended(
  session: Session,
  argv: readonly [string, ...string[]],
  { input, environment }: { readonly input?: string; readonly environment?: Environment } = {},
): Promise<CommandResult> {
  return session.host.run({
    argv,
    input,
    environment: { ...unattended, ...environment },
    timeout: TRANSACTION_TIMEOUT,
    detaches: true,
    signal: session.signal,
    onOutput: createProgressReader((text) => session.progress(text)),
  });
}

/** Runs apt-get, waits for others that hold its locks, and repairs what an interrupted dpkg left half done. */
export async function runAptGet(
  session: Session,
  args: readonly string[],
  environment: Environment = {},
): Promise<CommandResult> {
  const argv = [
    'apt-get',
    '-q',
    '-y',
    '-o',
    `DPkg::Lock::Timeout=${LOCK_TIMEOUT}`,
    '-o',
    'Dpkg::Use-Pty=0',
    ...args,
  ];
  const until = Date.now() + LOCK_TIMEOUT * 1000;
  let repaired = false;
  for (;;) {
    const result = await runUnattended(session, argv as [string, ...string[]], { environment });
    const trouble = result.status === 0 ? undefined : classifyFailure(result.stderr);
    if (trouble === 'interrupted' && !repaired) {
      repaired = true;
      session.progress('finishing what an interrupted dpkg left half done');
      await runUnattended(session, ['dpkg', '--force-confold', '--configure', '-a'], { environment });
    } else if (trouble === 'locked' && Date.now() < until) {
      // The lock of the package lists is one that apt itself does not wait for.
      session.progress('waiting for another program that works on packages');
      await wait(2000, undefined, { signal: session.signal });
    } else return result;
  }
}

/** The error that a failed command of apt or dpkg is. */
export function toAptError(what: string, result: CommandResult): GlanceApplyError {
  if (result.failure !== undefined) {
    return new GlanceApplyError(
      problem('apt.missing', `${what} could not be run: ${result.failure}`, {
        hint: "the provider 'apt' needs apt and dpkg on the host",
      }),
    );
  }
  const why = result.timedOut ? 'it took too long' : extractFailure(result.stdout, result.stderr);
  return new GlanceApplyError(
    problem(
      'apt.failed',
      `${what} failed: ${why || `it ended with status ${result.status ?? result.signal}`}`,
      {
        hint: suggestRemedy(classifyFailure(result.stderr)),
      },
    ),
  );
}
