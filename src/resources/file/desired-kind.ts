import { describeKind } from '../../hosts/describe-kind.js';
import type { FileStatus } from '../../hosts/host-files.js';
import type { WantedFile } from './attributes.js';
import type { Source } from './sources.js';

/**
 * Resolves what kind of file should be at a path; undefined if nothing exists and nothing has to. If the existing file
 * must not be replaced, it is the kind of that.
 */
export function resolveKind(
  wanted: WantedFile,
  existing: FileStatus | undefined,
  source: Source | undefined,
): FileStatus['kind'] | undefined {
  const { ensure } = wanted;
  if (existing !== undefined && !wanted.replace) return existing.kind;
  if (ensure === 'file' || ensure === 'directory' || ensure === 'link') return ensure;
  if (source !== undefined) return source.status.kind;
  if (wanted.content !== undefined || wanted.checksum_value !== undefined) return 'file';
  if (wanted.target !== undefined) return 'link';
  if (existing !== undefined) return existing.kind;
  if (ensure === undefined) return undefined;
  return wanted.recurse ? 'directory' : 'file';
}

/** Describes why the existing file must not be replaced; undefined if it may be. */
export function findObstacle({ ensure, force, path }: WantedFile, existing: FileStatus): string | undefined {
  if (force) return undefined;
  if (existing.kind === 'directory')
    return `${path} is a directory, and is not removed with its content; move it away, or set force: true`;
  if (existing.kind !== 'other') return undefined;
  const what = `${path} is a ${describeKind(existing)}`;
  if (existing.special === 'device') return `${what}, and is not removed; set force: true if it has to be`;
  // As in Puppet, 'present' accepts any kind of file; one that cannot have the desired content is an error.
  return ensure === 'present' ? `${what}, which has no content; set ensure: 'file' to replace it` : undefined;
}

/** Whether the source is needed: an existing file that must not be replaced needs none. */
export function needsSource(wanted: WantedFile, existing: FileStatus | undefined): boolean {
  return existing === undefined || wanted.replace || wanted.recurse !== undefined;
}

/** Describes why a source does not fit the desired state; undefined if it does. */
export function findSourceProblem(wanted: WantedFile, { path, status }: Source): string | undefined {
  const { ensure } = wanted;
  if (wanted.checksum_value !== undefined && status.kind !== 'file')
    return `its source ${path} is a ${status.kind}, and checksum_value is the checksum of a file`;
  if ((ensure === 'file' || ensure === 'directory' || ensure === 'link') && status.kind !== ensure)
    return `its source ${path} is a ${status.kind}, and ensure is ${ensure}`;
  return undefined;
}

/** Whether a link at the path is followed. A link that is created or removed is managed itself. */
export function followsLinks(wanted: WantedFile | undefined): boolean {
  if (wanted?.links !== 'follow') return false;
  return wanted.target === undefined && wanted.ensure !== 'absent' && wanted.ensure !== 'link';
}
