import { setTimeout as wait } from 'node:timers/promises';
import { type Provider, type State, Unreadable } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import { raise } from '../../../errors/glance-apply-error.js';
import type { attributes, ServiceSubject } from '../attributes.js';
import { common } from '../common.js';
import { hasOwnStatus, ownStatus } from '../own-status.js';
import { endOf, lastLines, runLine } from '../shell-command.js';
import { setEnabled } from './boot.js';
import { foretold, noScript } from './foretold.js';
import { findScripts, type InitScript, runScript } from './init-script.js';
import { defaultLevels, isLinked, readRcLinks } from './rc-links.js';
import { staleProcessFile } from './stale-process-file.js';

/** Milliseconds after its start for which a service has to run to count as started. */
const SETTLING = 2500;

const INTERVAL = 250;

/** Services that init scripts start, on hosts and in containers without systemd. */
export const initProvider: Provider<typeof attributes> = {
  ...common,

  async read(session, subjects) {
    const scripts = await findScripts(session, subjects);
    const links = await session.once('rc-links', () => readRcLinks(session));
    const states = await Promise.all(
      subjects.map(async (subject, at): Promise<readonly [string, State | Unreadable]> => {
        const script = scripts[at];
        const running = await status(session, subject, script);
        if (running instanceof Unreadable) return [subject.title, running];
        const linked = script !== undefined && isLinked(links, script.name, defaultLevels(script.text));
        const state = { ensure: running ? 'running' : 'stopped', enable: linked };
        const why = session.planning && script === undefined ? foretold(session, subject, state) : undefined;
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
    if (ensure !== 'running' && (await status(session, subject, script)) === false) return false;
    if (restart !== undefined) await act(session, subject, script, 'restart', restart);
    else {
      if (!hasrestart) await stop(session, subject, script);
      if (!hasrestart || !(await restarts(session, subject, script))) {
        await start(session, subject, script);
        return undefined;
      }
    }
    await staysUp(session, subject, script, '');
    return undefined;
  },
};

async function status(
  session: Session,
  subject: ServiceSubject,
  script: InitScript | undefined,
): Promise<boolean | Unreadable> {
  if (hasOwnStatus(subject)) return ownStatus(session, subject);
  if (script === undefined) {
    return subject.wanted.binary === undefined ? false : ownStatus(session, subject);
  }
  const result = await runScript(session, subject, script, 'status');
  if (result.failure !== undefined || result.timedOut)
    return new Unreadable(`${script.path} status ${endOf(result)}`);
  // 4 is what the Linux Standard Base gives to a status that is unknown: a process file that may not be read.
  if (result.status === 4)
    return new Unreadable(`${script.path} status does not know: ${lastLines(result, 1)}`, true);
  return result.status === 0 && (await staleProcessFile(session, script)) === undefined;
}

async function start(
  session: Session,
  subject: ServiceSubject,
  script: InitScript | undefined,
): Promise<void> {
  const own = subject.wanted.start ?? (script === undefined ? subject.wanted.binary : undefined);
  // The script would take the dead process for the service, and start nothing.
  const stale = script && (await staleProcessFile(session, script));
  if (stale !== undefined) await session.host.files.remove(stale);
  const said = await act(session, subject, script, 'start', own);
  await staysUp(session, subject, script, said);
}

async function stop(
  session: Session,
  subject: ServiceSubject,
  script: InitScript | undefined,
): Promise<void> {
  const failure: unknown = await act(session, subject, script, 'stop', subject.wanted.stop).catch(
    (error) => error,
  );
  if ((await status(session, subject, script)) !== true) return;
  if (failure instanceof Error) throw failure;
  raise('service.not-stopped', `it still runs after it was stopped`);
}

/**
 * Has the script restart the service; false where it stopped it and then gave up, because it waits for a process
 * that has ended and that nobody reaps.
 */
async function restarts(
  session: Session,
  subject: ServiceSubject,
  script: InitScript | undefined,
): Promise<boolean> {
  try {
    await act(session, subject, script, 'restart');
    return true;
  } catch (error) {
    if (script !== undefined && (await staleProcessFile(session, script)) !== undefined) return false;
    throw error;
  }
}

/** Has the script, or the manifest's own command, do something; gives what it said. */
async function act(
  session: Session,
  subject: ServiceSubject,
  script: InitScript | undefined,
  verb: 'start' | 'stop' | 'restart',
  own?: string,
): Promise<string> {
  if (own === undefined && script === undefined) throw noScript(subject);
  const result =
    own !== undefined
      ? await runLine(session, subject, own)
      : await runScript(session, subject, script as InitScript, verb);
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
async function staysUp(
  session: Session,
  subject: ServiceSubject,
  script: InitScript | undefined,
  said: string,
): Promise<void> {
  const { watch } = subject.wanted;
  const until = Date.now() + (watch === undefined ? SETTLING : watch * 1000);
  let wasUp = false;
  for (;;) {
    const running = await status(session, subject, script);
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
