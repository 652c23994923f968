import { describeKind } from '../../hosts/describe-kind.js';
import type { FileStatus } from '../../hosts/host-files.js';
import type { WantedFile } from './attributes.js';
import type { Source } from './sources.js';

/**
 * What should be at a path, given what is there; undefined where nothing is and nothing has to be. Of what must
 * not be replaced, that is what is there.
 */
export function resolveKind(
  wanted: WantedFile,
  there: FileStatus | undefined,
  source: Source | undefined,
): FileStatus['kind'] | undefined {
  const { ensure } = wanted;
  if (there !== undefined && !wanted.replace) return there.kind;
  if (ensure === 'file' || ensure === 'directory' || ensure === 'link') return ensure;
  if (source !== undefined) return source.status.kind;
  if (wanted.content !== undefined || wanted.checksum_value !== undefined) return 'file';
  if (wanted.target !== undefined) return 'link';
  if (there !== undefined) return there.kind;
  if (ensure === undefined) return undefined;
  return wanted.recurse ? 'directory' : 'file';
}

/** Why what is there may not make room for something else; undefined where it may. */
export function findObstacle({ ensure, force, path }: WantedFile, there: FileStatus): string | undefined {
  if (force) return undefined;
  if (there.kind === 'directory')
    return `${path} is a directory, and is not removed with all that is in it; move it away, or set force: true`;
  if (there.kind !== 'other') return undefined;
  const what = `${path} is a ${describeKind(there)}`;
  if (there.special === 'device') return `${what}, and is not removed; set force: true if it has to be`;
  // As in Puppet, 'present' is content with whatever is there; what cannot hold a content is not silently left without.
  return ensure === 'present' ? `${what}, which has no content; set ensure: 'file' to replace it` : undefined;
}

/** Whether a source counts: what is there, and may not be replaced, needs none. */
export function needsSource(wanted: WantedFile, there: FileStatus | undefined): boolean {
  return there === undefined || wanted.replace || wanted.recurse !== undefined;
}

/** Why a source cannot make what is wanted; undefined where it can. */
export function findSourceProblem(wanted: WantedFile, { path, status }: Source): string | undefined {
  const { ensure } = wanted;
  if (wanted.checksum_value !== undefined && status.kind !== 'file')
    return `its source ${path} is a ${status.kind}, and checksum_value is of a file`;
  if ((ensure === 'file' || ensure === 'directory' || ensure === 'link') && status.kind !== ensure)
    return `its source ${path} is a ${status.kind}, and ensure says ${ensure}`;
  return undefined;
}

/** Whether a link at the path stands for what it points to. One that is made or removed is meant itself. */
export function followsLinks(wanted: WantedFile | undefined): boolean {
  if (wanted?.links !== 'follow') return false;
  return wanted.target === undefined && wanted.ensure !== 'absent' && wanted.ensure !== 'link';
}
