import { posix } from 'node:path';
import { raise } from '../../errors/glance-apply-error.js';
import { describeKind } from '../../hosts/describe-kind.js';
import type { FileStatus, HostFiles } from '../../hosts/host-files.js';
import type { WantedFile } from './attributes.js';
import { readStatuses } from './read-statuses.js';
import type { Source } from './sources.js';
import { type WalkOptions, walkDirectory } from './walk-directory.js';

/** Something that a directory is given, from its sources or by its target. */
export interface DesiredEntry {
  readonly kind: FileStatus['kind'];
  /** What it is copied from; undefined where it only gets owner, group and mode. */
  readonly source: Source | undefined;
  /** Where a link points that is neither copied nor there. */
  readonly target?: string | undefined;
}

/** By the path below the directory. */
type DesiredEntries = ReadonlyMap<string, DesiredEntry>;

/** All that a directory is given, each directory before what is in it. */
export function listDesiredEntries(
  files: HostFiles,
  wanted: WantedFile,
  source: Source | undefined,
  options: Omit<WalkOptions, 'follow'>,
): Promise<DesiredEntries> {
  return wanted.target === undefined
    ? listCopies(source, wanted, options)
    : listLinks(files, posix.resolve(posix.dirname(wanted.path), wanted.target), options);
}

/** Where a link that is made points to; undefined where the one that is there stays. */
export function linkTargetOf({
  source,
  target,
}: Pick<DesiredEntry, 'source' | 'target'>): string | undefined {
  return target ?? source?.status.target;
}

/** What the sources have, of which the first has the say. */
async function listCopies(
  source: Source | undefined,
  wanted: WantedFile,
  options: Omit<WalkOptions, 'follow'>,
): Promise<DesiredEntries> {
  const given = new Map<string, DesiredEntry>();
  const sources = source?.status.kind === 'directory' ? [source, ...(source.others ?? [])] : [];
  for (const from of sources) {
    const entries = await walkDirectory(from.files, from.path, {
      ...options,
      follow: wanted.links === 'follow',
    });
    for (const [name, status] of entries) {
      const path = posix.join(from.path, name);
      if (status.kind === 'other')
        raise(
          'file.recursion',
          `its source has ${path}, a ${describeKind(status)} that cannot be copied; name it in ignore to leave it out`,
        );
      if (!given.has(name) && !isBelowNonDirectory(name, given))
        given.set(name, { kind: status.kind, source: { files: from.files, path, status } });
    }
  }
  return given;
}

/** The directories of what a target has, and a link to each of everything else. */
async function listLinks(
  files: HostFiles,
  target: string,
  options: Omit<WalkOptions, 'follow'>,
): Promise<DesiredEntries> {
  const [there] = (await readStatuses(files, [target], () => true)).map(({ status }) => status);
  if (there instanceof Error) throw there;
  if (there?.kind !== 'directory')
    raise(
      'file.recursion',
      `its target ${target} is ${there === undefined ? 'not there' : `a ${describeKind(there)}`}; recurse links what is in a directory`,
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

/** Whether the source has a file or a link where the way to a path is a directory, so that it goes with that. */
export function isBelowNonDirectory(name: string, given: DesiredEntries): boolean {
  for (let end = name.lastIndexOf('/'); end > 0; end = name.lastIndexOf('/', end - 1)) {
    if ((given.get(name.slice(0, end))?.kind ?? 'directory') !== 'directory') return true;
  }
  return false;
}
