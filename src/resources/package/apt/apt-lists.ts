import type { Session } from '../../../engine/session.js';
import type { HostFiles } from '../../../hosts/host-files.js';
import { runAptGet, toAptError } from './apt-get.js';
import { extractFailure } from './apt-output.js';
import { type Policy, parsePolicy } from './apt-policy.js';

/** Milliseconds after which lists are too old to install from: archives remove replaced versions. */
const MAX_AGE = 24 * 60 * 60 * 1000;

/** Milliseconds during which fetched lists are not fetched again. */
const FRESH = 10 * 60 * 1000;

const listsDirectory = '/var/lib/apt/lists';

interface Update {
  readonly time: number;
  /** When the newest of the sources had been changed at the time of the update. */
  readonly sources: number;
  /** The errors of apt-get, if it failed. */
  readonly failure: string | undefined;
}

/** By the host's files, which are the same object in all sessions of a host. */
const updates = new WeakMap<HostFiles, Update>();

/** Reads what apt's lists contain about some packages, with one process. */
export async function readPolicies(
  session: Session,
  names: readonly string[],
): Promise<ReadonlyMap<string, Policy>> {
  if (names.length === 0) return new Map();
  const result = await session.host.run({
    argv: ['apt-cache', 'policy', '--', ...names],
    signal: session.signal,
  });
  if (result.status !== 0) throw toAptError('apt-cache policy', result);
  return parsePolicy(result.stdout);
}

/** Reads the package names that begin with the same two letters. */
export async function readSimilarNames(session: Session, name: string): Promise<readonly string[]> {
  const prefix = name.slice(0, 2);
  const result = await session.host.run({
    argv: ['apt-cache', 'pkgnames', '--', prefix],
    signal: session.signal,
  });
  return result.stdout.split('\n').filter((known) => known !== '');
}

/**
 * Fetches the lists of the repositories if a package is missing from them, if they are more than a day old, or if the
 * sources have changed since: once per run, and again if a run changes the sources. A failure is not an error: a broken
 * repository does not prevent the installation of packages from another.
 * @returns whether they were fetched
 */
export async function refreshLists(session: Session, isMissing: boolean): Promise<boolean> {
  const sources = await readNewestTime(session, await listSourceFiles(session));
  const before = findLastUpdate(session);
  if (before !== undefined) {
    if (before.sources >= sources) return false;
  } else if (!isMissing) {
    const lists = await readListsTime(session);
    if (lists >= sources && Date.now() - lists < MAX_AGE) return false;
  }
  await updateLists(session, sources);
  return true;
}

/** Returns whether the lists are so new that fetching them again would change nothing. */
export async function hasNewLists(session: Session): Promise<boolean> {
  const sources = await readNewestTime(session, await listSourceFiles(session));
  const lists = await readListsTime(session);
  return lists >= sources && Date.now() - lists < FRESH && (await hasLists(session));
}

/** Returns whether lists exist: the directory looks as new after removing them as after fetching them. */
async function hasLists({ host }: Session): Promise<boolean> {
  const names = (await host.files.list(listsDirectory)) ?? [];
  return names.some((name) => /_Packages(\.\w+)?$/.test(name));
}

/** Fetches the lists regardless of their age, as after a download that failed. */
export async function updateLists(session: Session, sources?: number): Promise<void> {
  session.progress('fetching the package lists');
  const result = await runAptGet(session, ['update']);
  updates.set(session.host.files, {
    time: Date.now(),
    sources: sources ?? (await readNewestTime(session, await listSourceFiles(session))),
    failure: result.status === 0 ? undefined : extractFailure(result.stdout, result.stderr) || result.failure,
  });
}

/** Returns whether the lists were fetched recently. */
export function hasUpdatedLists(session: Session): boolean {
  return findLastUpdate(session) !== undefined;
}

/** Returns why the lists could not be fetched. */
export function findUpdateFailure(session: Session): string | undefined {
  return findLastUpdate(session)?.failure;
}

function findLastUpdate({ host }: Session): Update | undefined {
  const update = updates.get(host.files);
  return update !== undefined && Date.now() - update.time < FRESH ? update : undefined;
}

function readListsTime(session: Session): Promise<number> {
  return readNewestTime(session, [listsDirectory, `${listsDirectory}/partial`]);
}

async function listSourceFiles(session: Session): Promise<string[]> {
  const parts = (await session.host.files.list('/etc/apt/sources.list.d')) ?? [];
  return [
    '/etc/apt/sources.list',
    '/etc/apt/sources.list.d',
    ...parts.map((name) => `/etc/apt/sources.list.d/${name}`),
  ];
}

async function readNewestTime(session: Session, paths: readonly string[]): Promise<number> {
  const found = await session.host.files.status(paths);
  return Math.max(0, ...found.map((one) => (one === undefined || one instanceof Error ? 0 : one.modified)));
}
