import type { FileStatus } from './host-files.js';

/** Describes the kind of a directory entry. */
export function describeKind({ kind, special }: FileStatus): string {
  return kind === 'other' ? (special ?? 'device') : kind;
}
