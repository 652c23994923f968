import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { raise } from '../errors/glance-apply-error.js';

/** A file system in memory: what is written there never reaches a disk. */
const memory = '/dev/shm';

/**
 * Opens a text in `$VISUAL` or `$EDITOR`, in a directory that only this user can read, and returns the edited text.
 * @throws {GlanceApplyError} if the editor cannot be started or fails.
 */
export async function editText(text: string, file: string, environment: NodeJS.ProcessEnv): Promise<string> {
  const folder = await mkdtemp(join(existsSync(memory) ? memory : tmpdir(), 'glance-apply-edit-'));
  try {
    const path = join(folder, basename(file));
    await writeFile(path, text, { mode: 0o600 });
    const [program = 'vi', ...words] = (environment.VISUAL || environment.EDITOR || 'vi').trim().split(/\s+/);
    const status = await new Promise<number | null>((resolve, reject) => {
      const child = spawn(program, [...words, path], { stdio: 'inherit', env: environment });
      child.once('error', reject);
      child.once('close', resolve);
    }).catch(() =>
      raise('data.editor', `the editor ${program} cannot be started`, { hint: 'set EDITOR to another' }),
    );
    if (status !== 0)
      raise('data.editor', `the editor ended with status ${status}: ${file} is left as it was`);
    return await readFile(path, 'utf8');
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
