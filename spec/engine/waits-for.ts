import type { Graph } from '../../src/engine/graph/graph.js';

/** Whether the graph has one native resource wait for another, at whatever distance; by their titles. */
export function waitsFor(graph: Graph, later: string, earlier: string): boolean {
  const find = (title: string) => {
    const found = graph.catalog.resources.find((one) => one.title === title && one.definition !== undefined);
    if (found === undefined) throw new Error(`there is no ${title}`);
    return found.index;
  };
  const [start, goal] = [graph.last(find(earlier)), graph.first(find(later))];
  const seen = new Set([start]);
  for (const node of seen) {
    const [begin, end] = graph.successors.range(node);
    for (let slot = begin; slot < end; slot++) seen.add(graph.successors.targets[slot] as number);
  }
  return start !== goal && seen.has(goal);
}
