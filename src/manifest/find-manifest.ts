import { readdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve } from 'node:path';
import { raise } from '../errors/glance-apply-error.js';
import { findNearest } from '../errors/nearest.js';

/** The kinds of manifests by file extension. */
const kinds = new Map([
  ...['.ts', '.mts', '.cts', '.tsx', '.js', '.mjs', '.cjs', '.jsx'].map((end) => [end, 'module'] as const),
  ['.yaml', 'node'],
  ['.yml', 'node'],
  ['.json', 'catalog'],
] as const);

/** A module, a node's YAML, or a catalog in Puppet's format. */
export type ManifestKind = 'module' | 'node' | 'catalog';

/**
 * Finds a manifest's file.
 * @throws {GlanceApplyError} if it does not exist, with the nearest name in its folder, or if it is not a manifest.
 */
export async function findManifest(
  path: string,
): Promise<{ readonly file: string; readonly kind: ManifestKind }> {
  const file = resolve(path);
  const status = await stat(file).catch((error: NodeJS.ErrnoException) => error);
  if (status instanceof Error)
    return status.code === 'ENOENT' || status.code === 'ENOTDIR'
      ? raiseMissing(path)
      : raiseUnreadable(path, status);
  if (status.isDirectory()) {
    return raise('manifest.directory', `${path} is a folder, not a manifest`, {
      hint: await listManifests(path),
    });
  }
  const kind = kindOf(file);
  if (kind === undefined) {
    return raise('manifest.kind', `${path} is not a manifest: its file extension is not supported`, {
      hint: "a manifest is a module (.ts, .js), a node file (.yaml) or a catalog in Puppet's format (.json)",
    });
  }
  return { file: await realpath(file), kind };
}

function kindOf(file: string): ManifestKind | undefined {
  for (const [end, kind] of kinds) if (file.endsWith(end)) return kind;
  return undefined;
}

function raiseUnreadable(path: string, error: NodeJS.ErrnoException): never {
  return raise('manifest.unreadable', `cannot read ${path}: ${error.message}`);
}

async function raiseMissing(path: string): Promise<never> {
  const folder = dirname(resolve(path));
  const names = await readdir(folder).catch(() => undefined);
  if (names === undefined) {
    return raise('manifest.missing', `${path} does not exist`, {
      hint: `the folder ${folder} does not exist`,
    });
  }
  const meant = findNearest(
    basename(path),
    names.filter((name) => kindOf(name) !== undefined),
  );
  const hint =
    meant === undefined ? await listManifests(folder) : `did you mean '${shortenPath(join(folder, meant))}'?`;
  return raise('manifest.missing', `${path} does not exist`, { hint });
}

async function listManifests(folder: string): Promise<string | undefined> {
  const names = (await readdir(folder).catch(() => [])).filter(
    (name) => kindOf(name) === 'module' || kindOf(name) === 'node',
  );
  if (names.length === 0) return undefined;
  const few = names.slice(0, 4).map((name) => shortenPath(join(folder, name)));
  return `manifests in this folder: ${few.join(', ')}${names.length > 4 ? ', …' : ''}`;
}

function shortenPath(path: string): string {
  const near = relative('', path);
  return near.startsWith('..') ? path : near;
}
