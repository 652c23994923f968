import type { FileStatus } from './host-files.js';

/** What something is, in words. */
export function describeKind({ kind, special }: FileStatus): string {
  return kind === 'other' ? (special ?? 'device') : kind;
}
