import { setTimeout as wait } from 'node:timers/promises';
import { type Provider, type State, Unreadable } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import { ensureDefined } from '../../../errors/ensure-defined.js';
import { raise } from '../../../errors/glance-apply-error.js';
import type { attributes, ServiceSubject } from '../attributes.js';
import { endOf, lastLines, runShellCommand } from '../custom-command.js';
import { hasCustomStatus, readCustomStatus } from '../custom-status.js';
import { providerDefaults } from '../provider-defaults.js';
import { findStalePidFile } from './find-stale-pid-file.js';
import { findScripts, type InitScript, runScript } from './init-script.js';
import { createNoScriptError, predictFailure } from './predict-failure.js';
import { isLinked, parseDefaultLevels, readRcLinks } from './rc-links.js';
import { setEnabled } from './set-enabled.js';

/** Milliseconds after its start for which a service has to run to count as started. */
const WATCH_TIME = 2500;

const INTERVAL = 250;

/** Services that init scripts start, on hosts and in containers without systemd. */
export const initProvider: Provider<typeof attributes> = {
  ...providerDefaults,

  async read(session, subjects) {
    const scripts = await findScripts(session, subjects);
    const links = await session.once('rc-links', () => readRcLinks(session));
    const states = await Promise.all(
      subjects.map(async (subject, at): Promise<readonly [string, State | Unreadable]> => {
        const script = scripts[at];
        const running = await readStatus(session, subject, script);
        if (running instanceof Unreadable) return [subject.title, running];
        const linked = script !== undefined && isLinked(links, script.name, parseDefaultLevels(script.text));
        const state = { ensure: running ? 'running' : 'stopped', enable: linked };
        const why =
          session.planning && script === undefined ? predictFailure(session, subject, state) : undefined;
        return [subject.title, why ?? state];
      }),
    );
    return new Map(states);
  },

  async change(session, subject, diff) {
    const [script] = await findScripts(session, [subject]);
    if (diff.has('enable')) await setEnabled(session, subject, script);
    if (!diff.has('ensure')) return;
    if (subject.wanted.ensure === 'running') await start(session, subject, script);
    else await stop(session, subject, script);
  },

  async refresh(session, subject) {
    const [script] = await findScripts(session, [subject]);
    const { restart, hasrestart, ensure } = subject.wanted;
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
  },
};

async function readStatus(
  session: Session,
  subject: ServiceSubject,
  script: InitScript | undefined,
): Promise<boolean | Unreadable> {
  if (hasCustomStatus(subject)) return readCustomStatus(session, subject);
  if (script === undefined) {
    return subject.wanted.binary === undefined ? false : readCustomStatus(session, subject);
  }
  const result = await runScript(session, subject, script, 'status');
  if (result.failure !== undefined || result.timedOut)
    return new Unreadable(`${script.path} status ${endOf(result)}`);
  // 4 is what the Linux Standard Base gives to a status that is unknown: a process file that may not be read.
  if (result.status === 4)
    return new Unreadable(`${script.path} status does not know: ${lastLines(result, 1)}`, true);
  return result.status === 0 && (await findStalePidFile(session, script)) === undefined;
}

async function start(
  session: Session,
  subject: ServiceSubject,
  script: InitScript | undefined,
): Promise<void> {
  const own = subject.wanted.start ?? (script === undefined ? subject.wanted.binary : undefined);
  // The script would take the dead process for the service, and start nothing.
  const stale = script && (await findStalePidFile(session, script));
  if (stale !== undefined) await session.host.files.remove(stale);
  const said = await runAction(session, subject, script, 'start', own);
  await ensureStaysRunning(session, subject, script, said);
}

async function stop(
  session: Session,
  subject: ServiceSubject,
  script: InitScript | undefined,
): Promise<void> {
  const failure: unknown = await runAction(session, subject, script, 'stop', subject.wanted.stop).catch(
    (error) => error,
  );
  if ((await readStatus(session, subject, script)) !== true) return;
  if (failure instanceof Error) throw failure;
  raise('service.not-stopped', `it still runs after it was stopped`);
}

/**
 * Has the script restart the service; false where it stopped it and then gave up, because it waits for a process
 * that has ended and that nobody reaps.
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

/** Has the script, or the manifest's own command, do something; gives what it said. */
async function runAction(
  session: Session,
  subject: ServiceSubject,
  script: InitScript | undefined,
  verb: 'start' | 'stop' | 'restart',
  own?: string,
): Promise<string> {
  if (own === undefined && script === undefined) throw createNoScriptError(subject);
  const result =
    own !== undefined
      ? await runShellCommand(session, subject, own)
      : await runScript(session, subject, ensureDefined(script), verb);
  if (result.status === 0) return lastLines(result);
  const what = own ?? `${script?.path} ${verb}`;
  raise('service.command', `'${what}' ${endOf(result)}: ${lastLines(result)}`, {
    hint:
      result.status === 101
        ? 'status 101 says that a policy forbids it: see /usr/sbin/policy-rc.d on the host'
        : 'its log file under /var/log may say more',
  });
}

/** A script ends well as soon as it has forked: whether the service stays is seen a little later. */
async function ensureStaysRunning(
  session: Session,
  subject: ServiceSubject,
  script: InitScript | undefined,
  said: string,
): Promise<void> {
  const { watch } = subject.wanted;
  const until = Date.now() + (watch === undefined ? WATCH_TIME : watch * 1000);
  let wasUp = false;
  for (;;) {
    const running = await readStatus(session, subject, script);
    if (running === true) wasUp = true;
    const over = Date.now() >= until;
    if (running !== true && (wasUp || over)) break;
    if (over) return;
    await wait(INTERVAL, undefined, { signal: session.signal });
  }
  const what = wasUp ? 'it ended right after it was started' : 'it does not run after it was started';
  raise('service.not-running', `${what}${said && `\n${said}`}`, {
    hint: `its log file, probably under /var/log/${subject.wanted.name}, may say why`,
  });
}
