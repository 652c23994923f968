import type { Session } from '../../../engine/session.js';
import type { HostFiles } from '../../../hosts/host-files.js';
import { runAptGet, toAptError } from './apt-get.js';
import { extractFailure } from './apt-output.js';
import { type Policy, parsePolicy } from './apt-policy.js';

/** Milliseconds after which lists are too old to install from: archives drop what a newer version replaces. */
const TOO_OLD = 24 * 60 * 60 * 1000;

/** Milliseconds for which lists that were fetched here are as new as they can be. */
const FRESH = 10 * 60 * 1000;

const listsDirectory = '/var/lib/apt/lists';

interface Update {
  readonly time: number;
  /** When the newest of the sources was changed, at the time of the update. */
  readonly sources: number;
  /** What apt-get said where it failed. */
  readonly failure: string | undefined;
}

/** By the host's files, which stay the same object for all sessions of a host. */
const updates = new WeakMap<HostFiles, Update>();

/** What apt's lists offer of some packages: one process for all of them, whatever their number. */
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

/** The names that apt knows and that begin as this one does. */
export async function readSimilarNames(session: Session, name: string): Promise<readonly string[]> {
  const prefix = name.slice(0, 2);
  const result = await session.host.run({
    argv: ['apt-cache', 'pkgnames', '--', prefix],
    signal: session.signal,
  });
  return result.stdout.split('\n').filter((known) => known !== '');
}

/**
 * Fetches the lists of the repositories where there is reason to: something is missing from them, they are more
 * than a day old, or the sources were changed after them. Once a run, and again where a run changes the sources.
 * A failure is no error: one broken repository does not keep packages of another from being installed.
 * @returns whether they were fetched
 */
export async function refreshLists(session: Session, missing: boolean): Promise<boolean> {
  const sources = await readNewestTime(session, await listSourceFiles(session));
  const before = findLastUpdate(session);
  if (before !== undefined) {
    if (before.sources >= sources) return false;
  } else if (!missing) {
    const lists = await readListsTime(session);
    if (lists >= sources && Date.now() - lists < TOO_OLD) return false;
  }
  await updateLists(session, sources);
  return true;
}

/** Whether the lists are as new as they can be, so that fetching them again would bring nothing else. */
export async function hasNewLists(session: Session): Promise<boolean> {
  const sources = await readNewestTime(session, await listSourceFiles(session));
  const lists = await readListsTime(session);
  return lists >= sources && Date.now() - lists < FRESH && (await hasLists(session));
}

/** Whether there are lists at all: removing them makes their directory look as new as fetching them does. */
async function hasLists({ host }: Session): Promise<boolean> {
  const names = (await host.files.list(listsDirectory)) ?? [];
  return names.some((name) => /_Packages(\.\w+)?$/.test(name));
}

/** Fetches the lists whatever their age, as after a download that the repository no longer has. */
export async function updateLists(session: Session, sources?: number): Promise<void> {
  session.progress('fetching the package lists');
  const result = await runAptGet(session, ['update']);
  updates.set(session.host.files, {
    time: Date.now(),
    sources: sources ?? (await readNewestTime(session, await listSourceFiles(session))),
    failure: result.status === 0 ? undefined : extractFailure(result.stdout, result.stderr) || result.failure,
  });
}

/** Whether this run has fetched the lists, as far as that matters. */
export function hasUpdatedLists(session: Session): boolean {
  return findLastUpdate(session) !== undefined;
}

/** Why the lists could not be fetched in this run. */
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
