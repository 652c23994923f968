import type { Catalog } from '../../catalog/catalog.js';
import { ensureDefined } from '../../errors/ensure-defined.js';
import type { Edge } from './edges.js';
import type { Layout } from './layout.js';

/**
 * Returns the edges of purges: a purge comes after all resources of its type, because only then everything exists that
 * may have to be removed, and before all their successors; it refreshes what they refresh. A purge at the start of the
 * run, as in Puppet, would miss what a package installs and need a second run.
 */
export function purgeEdges(catalog: Catalog, layout: Layout, explicit: readonly Edge[]): Edge[] {
  const edges: Edge[] = [];
  const purges = catalog.resources.filter(({ type }) => type === 'resources');
  for (const purge of purges) {
    const node = ensureDefined(layout.firsts[purge.index]);
    const members = new Set<number>();
    for (const { type, index } of catalog.resources) {
      if (type === purge.name) members.add(ensureDefined(layout.firsts[index]));
    }
    const edge = (source: number, target: number, refresh: boolean) =>
      edges.push({ source, target, refresh, origin: 'purge', relation: -1 });
    for (const member of members) edge(member, node, false);
    for (const { source, target, refresh, origin } of explicit) {
      // The containers of the members may end before the purge, which may be declared elsewhere.
      if (members.has(source) && target !== node && origin !== 'contains') edge(node, target, refresh);
    }
  }
  return edges;
}
