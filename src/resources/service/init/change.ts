import type { Diff } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import { ensureDefined } from '../../../errors/ensure-defined.js';
import { raise } from '../../../errors/glance-apply-error.js';
import { describeExit, lastLines } from '../../tools/command-result.js';
import type { ServiceSubject } from '../attributes.js';
import { runShellCommand } from '../custom-command.js';
import { watchService } from '../custom-status.js';
import { findStalePidFile } from './find-stale-pid-file.js';
import { findScripts, type InitScript, runScript } from './init-script.js';
import { createNoScriptError } from './predict-failure.js';
import { readStatus } from './read.js';
import { setEnabled } from './set-enabled.js';

/** Milliseconds for which a service has to run after its start to count as started. */
const WATCH_TIME = 2500;

/** Enables or disables a service, and starts or stops it. */
export async function changeService(session: Session, subject: ServiceSubject, diff: Diff): Promise<void> {
  const [script] = await findScripts(session, [subject]);
  if (diff.has('enable')) await setEnabled(session, subject, script);
  if (!diff.has('ensure')) return;
  if (subject.desired.ensure === 'running') await start(session, subject, script);
  else await stop(session, subject, script);
}

/** Restarts a service. Returns false if it does not run and does not have to. */
export async function refreshService(
  session: Session,
  subject: ServiceSubject,
  // biome-ignore lint/suspicious/noConfusingVoidType: the type of `refresh`.
): Promise<void | false> {
  const [script] = await findScripts(session, [subject]);
  const { restart, hasrestart, ensure } = subject.desired;
  if (ensure !== 'running' && (await readStatus(session, subject, script)) === false) return false;
  if (restart !== undefined) await runAction(session, subject, script, 'restart', restart);
  else {
    if (!hasrestart) await stop(session, subject, script);
    if (!hasrestart || !(await tryRestart(session, subject, script))) {
      await start(session, subject, script);
      return undefined;
    }
  }
  await ensureStaysRunning(session, subject, script, '');
  return undefined;
}

async function start(
  session: Session,
  subject: ServiceSubject,
  script: InitScript | undefined,
): Promise<void> {
  const command = subject.desired.start ?? (script === undefined ? subject.desired.binary : undefined);
  // The script would take the dead process for the service, and start nothing.
  const stale = script && (await findStalePidFile(session, script));
  if (stale !== undefined) await session.host.files.remove(stale);
  const output = await runAction(session, subject, script, 'start', command);
  await ensureStaysRunning(session, subject, script, output);
}

async function stop(
  session: Session,
  subject: ServiceSubject,
  script: InitScript | undefined,
): Promise<void> {
  const failure: unknown = await runAction(session, subject, script, 'stop', subject.desired.stop).catch(
    (error) => error,
  );
  if ((await readStatus(session, subject, script)) !== true) return;
  if (failure instanceof Error) throw failure;
  raise('service.not-stopped', 'it still runs after it was stopped');
}

/**
 * Restarts the service with its script. Returns false if the script has stopped the service and then failed, because it
 * waits for a process that has ended and that no parent reaps.
 */
async function tryRestart(
  session: Session,
  subject: ServiceSubject,
  script: InitScript | undefined,
): Promise<boolean> {
  try {
    await runAction(session, subject, script, 'restart');
    return true;
  } catch (error) {
    if (script !== undefined && (await findStalePidFile(session, script)) !== undefined) return false;
    throw error;
  }
}

/** Runs a command of the manifest, or else the script, and returns the last lines of the output. */
async function runAction(
  session: Session,
  subject: ServiceSubject,
  script: InitScript | undefined,
  verb: 'start' | 'stop' | 'restart',
  command?: string,
): Promise<string> {
  if (command === undefined && script === undefined) throw createNoScriptError(subject);
  const result =
    command !== undefined
      ? await runShellCommand(session, subject, command)
      : await runScript(session, subject, ensureDefined(script), verb);
  if (result.status === 0) return lastLines(result);
  const shown = command ?? `${script?.path} ${verb}`;
  const program = command === undefined ? ensureDefined(script).path : '/bin/sh';
  raise('service.command', `'${shown}' ${describeExit(program, result)}: ${lastLines(result)}`, {
    hint:
      result.status === 101
        ? 'status 101 means that a policy forbids it: see /usr/sbin/policy-rc.d on the host'
        : 'see its log file under /var/log',
  });
}

/**
 * Watches a service after its start: a script succeeds as soon as it has forked.
 * @param output The output of the start, for the error.
 */
async function ensureStaysRunning(
  session: Session,
  subject: ServiceSubject,
  script: InitScript | undefined,
  output: string,
): Promise<void> {
  const { watch, name } = subject.desired;
  const duration = watch === undefined ? WATCH_TIME : watch * 1000;
  const result = await watchService(session, () => readStatus(session, subject, script), duration, true);
  if (result === 'running') return;
  const reason =
    result === 'ended' ? 'it ended right after it was started' : 'it does not run after it was started';
  raise('service.not-running', `${reason}${output && `\n${output}`}`, {
    hint: `see its log file, probably under /var/log/${name}`,
  });
}
