import { ensureDefined } from '../../errors/ensure-defined.js';
import type { Edge } from './edges.js';
import type { Layout } from './layout.js';
import type { IndexedUse, PathIndex } from './path-index.js';

/** The depth at which a directory relates the resources below it: everything has something in /etc or /usr. */
const MIN_DEPTH = 2;

/** Returns the edges that follow from paths, whatever is declared first. */
export function pathEdges(index: PathIndex, { firsts, lasts }: Layout): Edge[] {
  const edges: Edge[] = [];
  const edge = (before: number, after: number) => {
    if (before === after) return;
    const [source, target] = [ensureDefined(lasts[before]), ensureDefined(firsts[after])];
    edges.push({ source, target, refresh: false, origin: 'autorequire', relation: -1 });
  };
  for (const { use, path, index: user } of index.uses) {
    if (use === 'manages') for (const file of index.files(path)) edge(file, user);
    if (use === 'needs' || use === 'reads' || use === 'mounts')
      for (const manager of index.nearest(path)) edge(manager, user);
    if (use === 'reads') for (const manager of index.below(path)) edge(manager, user);
    // Files that are written below a mount point before the mount would be hidden by it.
    if (use === 'mounts') for (const manager of index.below(path)) edge(user, manager);
  }
  return edges;
}

/** Yields pairs of resources that are related by a path in an unknown order. */
export function* findUnorderedPairs(index: PathIndex): Generator<readonly [number, number]> {
  for (const { use, path, index: user } of index.uses) {
    if (use !== 'names') continue;
    for (const manager of findRelated(index, { path })) if (manager !== user) yield [manager, user];
  }
}

function findRelated(index: PathIndex, { path }: Pick<IndexedUse, 'path'>): readonly number[] {
  const isDeep = path.split('/').length > MIN_DEPTH;
  return isDeep ? [...index.nearest(path), ...index.below(path)] : index.at(path);
}
