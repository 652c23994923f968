import { basename, dirname, join } from 'node:path/posix';
import type { CatalogResource } from '../catalog/catalog.js';
import { ensureDefined } from '../errors/ensure-defined.js';
import { formatLocation } from '../errors/source-location.js';
import type { HostFiles } from '../hosts/host-files.js';
import type { Group } from './group.js';
import type { WholeFile } from './provider.js';
import type { RunContext } from './run-context.js';

/**
 * Finds resources that are one file under different names, through links on the host: one would undo the other in every
 * run. Returns the reason why each is refused, by index in the catalog.
 */
export async function findSameFiles(
  { catalog, host }: Pick<RunContext, 'catalog' | 'host'>,
  groups: Iterable<Group>,
): Promise<ReadonlyMap<number, string>> {
  const owners = new Map<string, CatalogResource[]>();
  const claims = [...groups].flatMap(({ provider, subjects }) =>
    provider?.isFile === undefined
      ? []
      : [...subjects].map(([index, subject]) => ({ index, file: ensureDefined(provider.isFile?.(subject)) })),
  );
  const realOf = await realPaths(
    host.files,
    claims.map(({ file }) => file),
  );
  for (const { index, file } of claims) {
    const path = realOf(file);
    const resource = catalog.resources[index];
    // A file that cannot be resolved fails when it is read, with the reason.
    if (path === undefined || resource === undefined) continue;
    const known = owners.get(path);
    if (known === undefined) owners.set(path, [resource]);
    else known.push(resource);
  }
  const refusals = new Map<number, string>();
  for (const [path, resources] of owners) {
    if (resources.length === 1) continue;
    for (const one of resources) {
      const others = resources.filter((other) => other !== one).map(describe);
      refusals.set(
        one.index,
        `on this host it is the same file as ${others.join(' and ')}: ${path}; keep one of them`,
      );
    }
  }
  return refusals;
}

/** Resolves files by their directories, of which there are far fewer; a file that is followed is resolved itself. */
async function realPaths(
  files: HostFiles,
  wholeFiles: readonly WholeFile[],
): Promise<(file: WholeFile) => string | undefined> {
  const paths = [...new Set(wholeFiles.map(({ path, follow }) => (follow ? path : dirname(path))))];
  const real = new Map((await files.resolve(paths, { links: 'any' })).map((one, at) => [paths[at], one]));
  return ({ path, follow }) => {
    const found = real.get(follow ? path : dirname(path));
    if (found === undefined || found instanceof Error) return undefined;
    return follow ? found.path : join(found.path, basename(path));
  };
}

function describe({ reference, location }: CatalogResource): string {
  return location === undefined
    ? reference
    : `${reference}, which is declared at ${formatLocation(location)}`;
}
