import { type State, Unreadable } from '../../../engine/provider.js';
import type { Session } from '../../../engine/session.js';
import { describeExit, lastLines } from '../../tools/command-result.js';
import type { ServiceSubject } from '../attributes.js';
import { hasCustomStatus, readCustomStatus } from '../custom-status.js';
import { findStalePidFile } from './find-stale-pid-file.js';
import { findScripts, type InitScript, runScript } from './init-script.js';
import { predictFailure } from './predict-failure.js';
import { isLinked, parseDefaultLevels, readRcLinks } from './rc-links.js';

/** Reads the states of services that init scripts start. */
export async function readServices(
  session: Session,
  subjects: readonly ServiceSubject[],
): Promise<ReadonlyMap<string, State | Unreadable>> {
  const scripts = await findScripts(session, subjects);
  const links = await session.once('rc-links', () => readRcLinks(session));
  const states = await Promise.all(
    subjects.map(async (subject, at): Promise<readonly [string, State | Unreadable]> => {
      const script = scripts[at];
      const running = await readStatus(session, subject, script);
      if (running instanceof Unreadable) return [subject.title, running];
      const enable = script !== undefined && isLinked(links, script.name, parseDefaultLevels(script.text));
      const state = { ensure: running ? 'running' : 'stopped', enable };
      const failure =
        session.planning && script === undefined ? predictFailure(session, subject, state) : undefined;
      return [subject.title, failure ?? state];
    }),
  );
  return new Map(states);
}

/** Reads whether a service runs. */
export async function readStatus(
  session: Session,
  subject: ServiceSubject,
  script: InitScript | undefined,
): Promise<boolean | Unreadable> {
  if (hasCustomStatus(subject)) return readCustomStatus(session, subject);
  if (script === undefined) {
    return subject.desired.binary === undefined ? false : readCustomStatus(session, subject);
  }
  const result = await runScript(session, subject, script, 'status');
  if (result.failure !== undefined || result.timedOut)
    return new Unreadable(`'${script.path} status' ${describeExit(script.path, result)}`);
  // The Linux Standard Base defines 4 as an unknown status, as for a PID file that cannot be read.
  if (result.status === 4)
    return new Unreadable(`'${script.path} status' cannot determine it: ${lastLines(result, 1)}`, true);
  return result.status === 0 && (await findStalePidFile(session, script)) === undefined;
}
