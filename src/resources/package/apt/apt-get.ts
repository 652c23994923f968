import { setTimeout as wait } from 'node:timers/promises';
import type { Session } from '../../../engine/session.js';
import { problem } from '../../../errors/diagnostic.js';
import { GlanceApplyError } from '../../../errors/glance-apply-error.js';
import type { CommandResult } from '../../../hosts/command.js';
import { describeExit } from '../../tools/command-result.js';
import { classifyFailure, createProgressReader, extractFailure, suggestRemedy } from './apt-output.js';

/** Seconds to wait for another program that changes packages. */
const LOCK_TIMEOUT = 600;

/** Seconds for one transaction: slow downloads, and database schemas that maintainer scripts create. */
export const TRANSACTION_TIMEOUT = 2 * 60 * 60;

/** No questions are asked, and none of the tools that hook into apt waits for input. */
export const unattended = {
  DEBIAN_FRONTEND: 'noninteractive',
  DEBIAN_PRIORITY: 'critical',
  APT_LISTCHANGES_FRONTEND: 'none',
  NEEDRESTART_MODE: 'l',
} as const;

/** Additional environment variables of a command. */
export type Environment = Readonly<Record<string, string>>;

/** Runs a command that changes packages, and reports its progress. */
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

/** Runs apt-get, waits while other programs hold its locks, and completes what an interrupted dpkg has left. */
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
    const kind = result.status === 0 ? undefined : classifyFailure(result.stderr);
    if (kind === 'interrupted' && !repaired) {
      repaired = true;
      session.progress('completing the work of an interrupted dpkg');
      await runUnattended(session, ['dpkg', '--force-confold', '--configure', '-a'], { environment });
    } else if (kind === 'locked' && Date.now() < until) {
      // apt itself does not wait for the lock of the package lists.
      session.progress('waiting for another program that changes packages');
      await wait(2000, undefined, { signal: session.signal });
    } else return result;
  }
}

/** Returns the error of a failed command of apt or dpkg. */
export function toAptError(what: string, result: CommandResult): GlanceApplyError {
  const [program = 'apt'] = what.split(' ');
  if (result.failure !== undefined) {
    return new GlanceApplyError(
      problem('apt.missing', `${what} ${describeExit(program, result)}`, {
        hint: "the provider 'apt' needs apt and dpkg on the host",
      }),
    );
  }
  const output = result.timedOut ? '' : extractFailure(result.stdout, result.stderr);
  const message = output === '' ? `${what} ${describeExit(program, result)}` : `${what} failed: ${output}`;
  return new GlanceApplyError(
    problem('apt.failed', message, { hint: suggestRemedy(classifyFailure(result.stderr)) }),
  );
}
