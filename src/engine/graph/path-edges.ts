import { ensureDefined } from '../../errors/ensure-defined.js';
import type { Edge } from './edges.js';
import type { Layout } from './layout.js';
import type { IndexedUse, PathIndex } from './path-index.js';

/** How deep a directory must lie for what is below it to count: everything has to do with /etc and /usr. */
const DEEP_ENOUGH = 2;

/** The relations that follow from paths, whatever is declared first. */
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
    // What is written below a mount point before it is mounted is covered by it.
    if (use === 'mounts') for (const manager of index.below(path)) edge(user, manager);
  }
  return edges;
}

/** Pairs of resources that have to do with each other, of which nobody knows which comes first. */
export function* namedPairs(index: PathIndex): Generator<readonly [number, number]> {
  for (const { use, path, index: user } of index.uses) {
    if (use !== 'names') continue;
    for (const manager of related(index, { path })) if (manager !== user) yield [manager, user];
  }
}

function related(index: PathIndex, { path }: Pick<IndexedUse, 'path'>): readonly number[] {
  const isDeep = path.split('/').length > DEEP_ENOUGH;
  return isDeep ? [...index.nearest(path), ...index.below(path)] : index.at(path);
}
