import { toShellWord } from '../../../formats/shell.js';
import { codeOf } from '../../system-error.js';
import type { Answer, TargetSession } from '../session/target-session.js';
import { type ExaminedEntry, parseExamined } from './examined-entry.js';
import { codeOfMessage, systemError } from './tool-error.js';

/** The maximum delay, in milliseconds, of the clock that the kernel uses for the times of changes. */
const LATE = 20;

/** How many paths one `stat` gets: the system limits the length of all arguments. */
const AT_ONCE = 500;

/** Thrown by a walk that needs an entry which has not been examined yet. */
export class NotExamined extends Error {}

/** How an entry was found, and when. */
interface Look {
  readonly entry: ExaminedEntry;
  /** The time of the host when it was asked, in milliseconds. */
  readonly asked: number;
}

/**
 * What is known of the entries of a host for one step. A walk uses what is known, and asks for what is missing; all of
 * that is then examined in one request.
 */
export class Examination {
  readonly #known = new Map<string, Look | Error>();
  /** Links that must be looked at again, by path. */
  readonly #doubtful = new Map<string, number>();
  readonly #confirmed = new Set<string>();
  readonly #missing = new Set<string>();

  constructor(private readonly session: TargetSession) {}

  /**
   * Returns an entry by its path without links; undefined if it does not exist.
   * @throws {NotExamined} if it is not known yet.
   */
  entry(path: string): ExaminedEntry | undefined {
    const known = this.#known.get(path);
    if (known === undefined) {
      this.#missing.add(path);
      throw new NotExamined();
    }
    if (!(known instanceof Error)) return known.entry;
    if (codeOf(known) === 'ENOENT' || codeOf(known) === 'ENOTDIR') return undefined;
    throw known;
  }

  /**
   * Returns how often a link, whose directory others can write, differed each time that it was looked at; undefined
   * once two looks agreed.
   * @throws {NotExamined} if it has to be looked at again.
   */
  doubtsAbout(path: string): number | undefined {
    if (this.#confirmed.has(path)) return undefined;
    const doubts = this.#doubtful.get(path);
    if (doubts === undefined) {
      this.#doubtful.set(path, 0);
      throw new NotExamined();
    }
    return doubts;
  }

  /** Looks at a link again. */
  lookAgain(path: string): never {
    this.#missing.add(path);
    throw new NotExamined();
  }

  /** Repeats a step until everything that it needs has been examined. */
  async complete<T>(step: () => T): Promise<T> {
    for (;;) {
      try {
        const result = step();
        if (!this.isIncomplete) return result;
      } catch (error) {
        if (!(error instanceof NotExamined)) throw error;
      }
      await this.examine();
    }
  }

  get isIncomplete(): boolean {
    return this.#missing.size > 0 || [...this.#doubtful].some(([path]) => !this.#confirmed.has(path));
  }

  /** Examines paths, and all that is missing. */
  async examine(paths: Iterable<string> = []): Promise<void> {
    const asked = this.asked(paths);
    this.add(asked, await this.session.request(examinationOf(asked)));
  }

  /** Returns all paths that have to be examined, and counts them as asked. */
  asked(paths: Iterable<string>): readonly string[] {
    const doubtful = [...this.#doubtful.keys()].filter((path) => !this.#confirmed.has(path));
    const asked = [...new Set([...paths, ...this.#missing, ...doubtful])];
    this.#missing.clear();
    return asked;
  }

  /** Adds what the host has answered to `examinationOf`. */
  add(asked: readonly string[], { output, errors }: Pick<Answer, 'output' | 'errors'>): void {
    const [own = '', ...lines] = output.toString('latin1').split('\n').slice(0, -1);
    const time = parseExamined(own).entry.changed;
    const found = new Map(
      lines.map((line) => {
        const { path, entry } = parseExamined(line);
        return [path, entry];
      }),
    );
    const refusals = errors.split('\n').filter((line) => line.startsWith('stat: '));
    for (const path of asked) {
      const entry = found.get(path);
      if (entry === undefined) this.#known.set(path, refusalOf(refusals.shift()));
      else this.#keep(path, { entry, asked: time });
    }
  }

  #keep(path: string, look: Look): void {
    const before = this.#known.get(path);
    this.#known.set(path, look);
    const doubts = this.#doubtful.get(path);
    if (doubts === undefined || before === undefined || before instanceof Error) return;
    if (isUntouched(before, look)) this.#confirmed.add(path);
    else this.#doubtful.set(path, doubts + 1);
  }
}

/** Returns a script that examines paths; its own file tells the time of the host. */
export function examinationOf(paths: readonly string[]): string {
  const slices = [];
  for (let start = 0; start < paths.length; start += AT_ONCE) {
    slices.push(
      `look ${paths
        .slice(start, start + AT_ONCE)
        .map(toShellWord)
        .join(' ')}`,
    );
  }
  return ['look "$d/script"', ...slices].join('\n');
}

/** Returns the directories above a path, and the path itself, as they are written. */
export function pathsOnTheWay(path: string): string[] {
  const names = path.split('/').filter((name) => name !== '' && name !== '.');
  const end = names.indexOf('..');
  const known = end < 0 ? names : names.slice(0, end);
  return ['/', ...known.map((_, index) => `/${known.slice(0, index + 1).join('/')}`)];
}

function refusalOf(line: string | undefined): Error {
  const code = codeOfMessage(line ?? '');
  return code === undefined ? new Error(line ?? 'stat gave no answer') : systemError(code);
}

/**
 * Returns whether the target certainly belongs to the link whose owner was checked. `stat` reads both by name, and a
 * user who can write the directory can put another link there in between, and put the first one back: that updates the
 * change time of the first one.
 */
function isUntouched(before: Look, after: Look): boolean {
  const { entry: first, asked } = before;
  const { entry: second } = after;
  return (
    first.identity === second.identity &&
    first.changed === second.changed &&
    first.target === second.target &&
    first.changed < asked - LATE
  );
}
