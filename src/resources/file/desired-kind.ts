import { describeKind } from '../../hosts/describe-kind.js';
import type { FileStatus } from '../../hosts/host-files.js';
import type { DesiredFile } from './attributes.js';
import type { Source } from './sources.js';

/**
 * Resolves what kind of file should be at a path; undefined if nothing exists and nothing has to. If the existing file
 * must not be replaced, it is the kind of that.
 */
export function resolveKind(
  desired: DesiredFile,
  existing: FileStatus | undefined,
  source: Source | undefined,
): FileStatus['kind'] | undefined {
  const { ensure } = desired;
  if (existing !== undefined && !desired.replace) return existing.kind;
  if (ensure === 'file' || ensure === 'directory' || ensure === 'link') return ensure;
  if (source !== undefined) return source.status.kind;
  if (desired.content !== undefined || desired.checksum_value !== undefined) return 'file';
  if (desired.target !== undefined) return 'link';
  if (existing !== undefined) return existing.kind;
  if (ensure === undefined) return undefined;
  return desired.recurse ? 'directory' : 'file';
}

/** Describes why the existing file must not be replaced; undefined if it may be. */
export function findObstacle({ ensure, force, path }: DesiredFile, existing: FileStatus): string | undefined {
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
export function needsSource(desired: DesiredFile, existing: FileStatus | undefined): boolean {
  return existing === undefined || desired.replace || desired.recurse !== undefined;
}

/** Describes why a source does not fit the desired state; undefined if it does. */
export function findSourceProblem(desired: DesiredFile, { path, status }: Source): string | undefined {
  const { ensure } = desired;
  if (desired.checksum_value !== undefined && status.kind !== 'file')
    return `its source ${path} is a ${status.kind}, and checksum_value is the checksum of a file`;
  if ((ensure === 'file' || ensure === 'directory' || ensure === 'link') && status.kind !== ensure)
    return `its source ${path} is a ${status.kind}, and ensure is ${ensure}`;
  return undefined;
}

/** Whether a link at the path is followed. A link that is created or removed is managed itself. */
export function followsLinks(desired: DesiredFile | undefined): boolean {
  if (desired?.links !== 'follow') return false;
  return desired.target === undefined && desired.ensure !== 'absent' && desired.ensure !== 'link';
}
