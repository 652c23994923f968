import { toShellWord } from '../../../formats/shell.js';
import type { Links, PathOptions } from '../../host-files.js';
import type { DirectoryEntry } from '../../paths/directory-entry.js';
import { toHostError } from '../../system-error.js';
import type { Answer, RequestOptions, TargetSession } from '../session/target-session.js';
import { Examination, pathsOnTheWay } from './examination.js';
import { type ExaminedDirectory, type RemoteUser, RemoteWalk } from './remote-walk.js';
import { toolError } from './tool-error.js';

/** The exit status of a script that found something else than what was examined. */
const REPLACED = 75;

/** How often a step is repeated because of that. */
const MOST_TRIES = 10;

/** Thrown if an entry was replaced between its examination and the step that needs it. */
class Replaced extends Error {
  constructor() {
    super('another process has replaced it in the meantime; find out who writes there, and run this again');
  }
}

/** Files of a host as the steps on them see it. */
export interface Remote {
  readonly session: TargetSession;
  readonly self: RemoteUser;
}

/** A walk and what it knows. */
export interface Step {
  readonly walk: RemoteWalk;
  readonly examination: Examination;
}

/**
 * Works on a path: walks to it, and repeats everything if something on the way was replaced in the meantime.
 * @param find Walks to the path, in what has been examined; it is repeated until everything is known.
 * @param act Executes scripts in what was found.
 */
export async function workOn<F, T>(
  remote: Remote,
  doing: string,
  path: string,
  options: PathOptions | undefined,
  find: (walk: RemoteWalk) => F,
  act: (found: F) => T | Promise<T>,
): Promise<T> {
  try {
    for (let tries = 1; ; tries += 1) {
      try {
        return await act(await examineAlone(remote, path, options?.links, find));
      } catch (error) {
        if (!(error instanceof Replaced) || tries === MOST_TRIES) throw error;
      }
    }
  } catch (error) {
    throw toHostError(doing, path, error);
  }
}

/** Walks to one path, with as few requests as its links permit. */
async function examineAlone<F>(
  { session, self }: Remote,
  path: string,
  links: Links | undefined,
  find: (walk: RemoteWalk) => F,
): Promise<F> {
  const examination = new Examination(session);
  await examination.examine(pathsOnTheWay(path));
  return examination.complete(() => find(new RemoteWalk(examination, self, links)));
}

/**
 * Executes a script in the directory of an entry. Its lines are calls of the functions of the program on the host, and
 * stop at the first that fails.
 */
export async function executeIn(
  { session }: Remote,
  directory: ExaminedDirectory,
  lines: readonly (string | false | undefined)[],
  options?: RequestOptions,
): Promise<Answer> {
  const script = [call('enter', directory.path, directory.identity), ...lines.filter(Boolean)].join('\n');
  const answer = await session.request(script, options);
  if (answer.status === REPLACED) throw new Replaced();
  if (answer.status !== 0) throw toolError(answer.errors);
  return answer;
}

/** Writes a call of a function or a tool on the host, with quoted arguments. */
export function call(name: string, ...args: readonly (string | number)[]): string {
  return [name, ...args.map((arg) => toShellWord(String(arg)))].join(' ');
}

/** Writes a path of an entry that is relative to its directory. */
export function here({ name }: Pick<DirectoryEntry, 'name'>): string {
  return `./${name}`;
}

/** Formats an owner for `chown`. */
export function ownerOf(uid: number | undefined, gid: number | undefined): string {
  return `${uid ?? ''}:${gid ?? ''}`;
}

/** Formats a mode for `chmod`: five digits, because fewer would keep the set-id bits of a directory. */
export function modeOf(mode: number): string {
  return mode.toString(8).padStart(5, '0');
}
