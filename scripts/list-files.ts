import { execFileSync } from 'node:child_process';
import { lstatSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Lists the files of a project: those that git knows or would add, as far as they exist.
 * @param paths Folders or patterns, as git understands them. @default all files
 */
export function listFiles(root: string, ...paths: readonly string[]): string[] {
  const words = ['ls-files', '-z', '--cached', '--others', '--exclude-standard', ...paths];
  return execFileSync('git', words, { cwd: root, encoding: 'utf8' })
    .split('\0')
    .filter((file) => file !== '' && lstatSync(join(root, file), { throwIfNoEntry: false }) !== undefined);
}
