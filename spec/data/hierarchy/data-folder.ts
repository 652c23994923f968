import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Hierarchy, type HierarchyOptions, openHierarchy } from '../../../src/data/hierarchy/index.js';
import type { Diagnostic } from '../../../src/errors/diagnostic.js';
import { GlanceApplyError } from '../../../src/errors/glance-apply-error.js';

/** Files of a data folder, by their paths in it. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

/** A folder of data for one spec. */
export class DataFolder {
  readonly path = mkdtempSync(join(tmpdir(), 'glance-apply-data-'));

  constructor(files: Files) {
    for (const [name, content] of Object.entries(files)) this.write(name, content);
  }

  write(name: string, content: string | Uint8Array): string {
    const path = join(this.path, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, content);
    return path;
  }

  open(options: HierarchyOptions = {}): Promise<Hierarchy> {
    return openHierarchy(this.path, { processEnvironment: {}, ...options });
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}

/** Opens data for the length of some work. */
export async function withData<T>(
  files: Files,
  work: (data: Hierarchy, folder: DataFolder) => T | Promise<T>,
  options: HierarchyOptions = {},
): Promise<T> {
  const folder = new DataFolder(files);
  try {
    return await work(await folder.open(options), folder);
  } finally {
    folder.remove();
  }
}

/** Opens data, looks up one key, and returns the errors. */
export async function errorsOf(
  files: Files,
  key = 'key',
  options: HierarchyOptions = {},
): Promise<readonly Diagnostic[]> {
  try {
    await withData(files, (data) => data.lookup(key), options);
  } catch (error) {
    if (GlanceApplyError.is(error)) return error.diagnostics;
    throw error;
  }
  return [];
}
