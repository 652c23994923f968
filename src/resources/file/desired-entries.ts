import { posix } from 'node:path';
import { raise } from '../../errors/glance-apply-error.js';
import { describeKind } from '../../hosts/describe-kind.js';
import type { FileStatus, HostFiles } from '../../hosts/host-files.js';
import type { DesiredFile } from './attributes.js';
import { readStatuses } from './read-statuses.js';
import type { Source } from './sources.js';
import { findUnsafeLinkCopy } from './unsafe-link-copy.js';
import { type WalkOptions, walkDirectory } from './walk-directory.js';

/** An entry that a directory should contain, from its sources or its target. */
export interface DesiredEntry {
  readonly kind: FileStatus['kind'];
  /** What is copied; undefined if only owner, group and mode are managed. */
  readonly source: Source | undefined;
  /** The target of a link that is neither copied nor existing. */
  readonly target?: string | undefined;
}

/** By the path below the directory. */
type DesiredEntries = ReadonlyMap<string, DesiredEntry>;

/** Lists the entries that a directory should contain, each directory before its content. */
export function listDesiredEntries(
  files: HostFiles,
  desired: DesiredFile,
  source: Source | undefined,
  options: Omit<WalkOptions, 'follow'>,
): Promise<DesiredEntries> {
  return desired.target === undefined
    ? listCopies(source, desired, options)
    : listLinks(files, posix.resolve(posix.dirname(desired.path), desired.target), options);
}

/** The target of a link to create; undefined if an existing one stays. */
export function linkTargetOf({
  source,
  target,
}: Pick<DesiredEntry, 'source' | 'target'>): string | undefined {
  return target ?? source?.status.target;
}

/** Lists the content of the sources; the first one wins. */
async function listCopies(
  source: Source | undefined,
  desired: DesiredFile,
  options: Omit<WalkOptions, 'follow'>,
): Promise<DesiredEntries> {
  const entriesByName = new Map<string, DesiredEntry>();
  const sources = source?.status.kind === 'directory' ? [source, ...(source.others ?? [])] : [];
  for (const from of sources) {
    const entries = await walkDirectory(from.files, from.path, {
      ...options,
      follow: desired.links === 'follow',
    });
    for (const [name, status] of entries) {
      const path = posix.join(from.path, name);
      if (status.kind === 'other')
        raise(
          'file.recursion',
          `its source contains ${path}, a ${describeKind(status)} that cannot be copied; add it to ignore to leave it out`,
        );
      const unsafe = await findUnsafeLinkCopy(from.files, path, status, name);
      if (unsafe !== undefined) raise('file.recursion', unsafe);
      if (!entriesByName.has(name) && !isBelowNonDirectory(name, entriesByName))
        entriesByName.set(name, { kind: status.kind, source: { files: from.files, path, status } });
    }
  }
  return entriesByName;
}

/** Lists the directories below a target, and links to everything else. */
async function listLinks(
  files: HostFiles,
  target: string,
  options: Omit<WalkOptions, 'follow'>,
): Promise<DesiredEntries> {
  const [status] = (await readStatuses(files, [target], () => true)).map((one) => one.status);
  if (status instanceof Error) throw status;
  if (status?.kind !== 'directory')
    raise(
      'file.recursion',
      `its target ${target} ${status === undefined ? 'does not exist' : `is a ${describeKind(status)}`}; with recurse, the target must be a directory`,
    );
  const entries = await walkDirectory(files, target, { ...options, follow: false });
  return new Map(
    [...entries].map(([name, { kind }]) => [
      name,
      kind === 'directory'
        ? { kind, source: undefined }
        : { kind: 'link', source: undefined, target: posix.join(target, name) },
    ]),
  );
}

/** Whether a parent of a path should be a file or a link, which replaces everything below it. */
export function isBelowNonDirectory(name: string, entries: DesiredEntries): boolean {
  for (let end = name.lastIndexOf('/'); end > 0; end = name.lastIndexOf('/', end - 1)) {
    if ((entries.get(name.slice(0, end))?.kind ?? 'directory') !== 'directory') return true;
  }
  return false;
}
