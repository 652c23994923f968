import type { Catalog, CatalogResource } from '../../catalog/catalog.js';
import type { Graph } from '../../engine/graph/graph.js';
import { ensureDefined } from '../../errors/ensure-defined.js';

/** Resources of one type in the same cell. */
export interface Stack {
  readonly type: string;
  readonly resources: readonly CatalogResource[];
}

/** The resources that a class declares, by the column of their step. */
export interface Lane {
  readonly owner: CatalogResource;
  readonly cells: ReadonlyMap<number, readonly Stack[]>;
}

/** A catalog as a table with a lane per class and a column per step. */
export interface Layout {
  readonly lanes: readonly Lane[];
  readonly columns: number;
}

/**
 * Builds the layout of a catalog. The column of a resource is the length of the longest chain of resources before it, in
 * which anchors and containers do not count. Lanes are ordered by their first column.
 */
export function buildLayout(graph: Graph): Layout {
  const { catalog } = graph;
  const ranks = computeRanks(graph);
  const columnOf = ({ index }: CatalogResource) => ranks[graph.first(index)] ?? 0;
  const members = new Map<CatalogResource, CatalogResource[]>();
  for (const resource of catalog.resources) {
    if (resource.type === 'class') members.set(resource, members.get(resource) ?? []);
    if (resource.definition === undefined) continue;
    const owner = classOf(catalog, resource);
    const known = members.get(owner);
    if (known === undefined) members.set(owner, [resource]);
    else known.push(resource);
  }
  const begin = (resources: readonly CatalogResource[]) =>
    Math.min(Number.MAX_SAFE_INTEGER, ...resources.map(columnOf));
  const lanes = [...members]
    .sort(([, a], [, b]) => begin(a) - begin(b))
    .map(([owner, resources]) => ({ owner, cells: cellsOf(resources, columnOf) }));
  const used = lanes.flatMap(({ cells }) => [...cells.keys()]);
  return { lanes, columns: Math.max(-1, ...used) + 1 };
}

function cellsOf(
  resources: readonly CatalogResource[],
  columnOf: (resource: CatalogResource) => number,
): Map<number, Stack[]> {
  const cells = new Map<number, Map<string, CatalogResource[]>>();
  for (const resource of resources) {
    const column = columnOf(resource);
    const cell = cells.get(column) ?? new Map<string, CatalogResource[]>();
    cells.set(column, cell);
    cell.set(resource.type, [...(cell.get(resource.type) ?? []), resource]);
  }
  return new Map(
    [...cells].map(([column, cell]) => [column, [...cell].map(([type, all]) => ({ type, resources: all }))]),
  );
}

/** Returns the class that contains a resource, also through defined types, or else the main class. */
function classOf(catalog: Catalog, resource: CatalogResource): CatalogResource {
  const [container] = resource.containers;
  const owner = container === undefined ? undefined : catalog.resources[container];
  if (owner === undefined || owner.type === 'class') return owner ?? resource;
  return classOf(catalog, owner);
}

/** Computes the length of the longest path to each node, counting only nodes that are not transparent. */
function computeRanks({ successors, size, isTransparent }: Graph): Int32Array {
  const ranks = new Int32Array(size);
  const waitsFor = new Int32Array(size);
  for (const target of successors.targets) waitsFor[target] = ensureDefined(waitsFor[target]) + 1;
  const ready: number[] = [];
  waitsFor.forEach((count, node) => {
    if (count === 0) ready.push(node);
  });
  for (const node of ready) {
    const rank = ensureDefined(ranks[node]) + (isTransparent(node) ? 0 : 1);
    const [begin, end] = successors.range(node);
    for (let slot = begin; slot < end; slot++) {
      const next = ensureDefined(successors.targets[slot]);
      ranks[next] = Math.max(ensureDefined(ranks[next]), rank);
      waitsFor[next] = ensureDefined(waitsFor[next]) - 1;
      if (waitsFor[next] === 0) ready.push(next);
    }
  }
  return ranks;
}
