import { readdirSync, type Stats, statSync } from 'node:fs';
import { codeOf } from '../../../errors/error-code.js';
import { messageOf, raise } from '../../../errors/glance-apply-error.js';

/**
 * Returns the status of what a path leads to; undefined if it does not exist.
 * @throws {GlanceApplyError} `inventory.unreadable`
 */
export function statusOf(path: string): Stats | undefined {
  return ifExists(path, () => statSync(path));
}

/** Whether a path leads to a folder. */
export function isFolder(path: string): boolean {
  return statusOf(path)?.isDirectory() === true;
}

/**
 * Returns the names in a folder, sorted by their bytes as Python does; none if it does not exist.
 * @throws {GlanceApplyError} `inventory.unreadable`
 */
export function namesIn(folder: string): string[] {
  const names = ifExists(folder, () => readdirSync(folder)) ?? [];
  return names.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

function ifExists<T>(path: string, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    if (code === undefined) throw error;
    return raise('inventory.unreadable', `the inventory cannot be read: ${messageOf(error)}`, {
      location: { file: path, line: 1 },
      hint: 'check the permissions of the path, and its links',
    });
  }
}
