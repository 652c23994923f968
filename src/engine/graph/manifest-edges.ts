import type { CatalogResource } from '../../catalog/catalog.js';
import { ensureDefined } from '../../errors/ensure-defined.js';
import type { Edge } from './edges.js';
import type { Graph } from './graph.js';
import { manifestSequence } from './manifest-sequence.js';
import { Extension, Milestone } from './milestone.js';
import type { Ordering } from './ordering.js';
import { namedPairs } from './path-edges.js';
import type { PathIndex } from './path-index.js';

/** What the order of declarations adds to a graph: edges, and nodes that stand for no resource. */
export interface ManifestOrder {
  readonly edges: readonly Edge[];
  /** How many nodes the graph has with those that were added. */
  readonly size: number;
}

/**
 * The order of declarations as edges that pass on neither refreshes nor failures.
 *
 * Two resources can keep their order only where one of their bodies encloses the other: a manifest and the class
 * that it declares, not two classes beside each other. What is opaque (a command) comes after all that is declared
 * above it and before all that is declared below; what supplies (a package) comes before what is declared below,
 * and after what needs no package itself, so that packages still go into one transaction; what consumes (a service)
 * comes after what is declared above it. What names a path and what manages it keep their order wherever they stand.
 *
 * All edges follow one sequence that obeys every relation, so that they can close no cycle.
 * @param graph The graph of all other edges, without cycles.
 */
export function manifestEdges(graph: Graph, paths: PathIndex, ordering: Ordering): ManifestOrder {
  const { size, catalog } = graph;
  if (ordering === 'sequential') return oneAfterTheOther(graph);
  const hasEffects = catalog.resources.some(({ definition }) => definition?.effects !== undefined);
  return ordering === 'manifest' && hasEffects ? new Neighbours(graph).order(paths) : { edges: [], size };
}

function oneAfterTheOther(graph: Graph): ManifestOrder {
  const extension = new Extension(graph.size);
  let before: number | undefined;
  for (const node of manifestSequence(graph)) {
    if (graph.isTransparent(node)) continue;
    if (before !== undefined) extension.edge(before, node, false);
    before = node;
  }
  return extension;
}

/** What came so far, of what one body holds. */
interface Progress {
  readonly supplies: Milestone;
  readonly commands: Milestone;
  /** What needs no package to come first. */
  readonly groundwork: Milestone;
  readonly allButServices: Milestone;
  readonly all: Milestone;
}

class Neighbours {
  readonly #extension: Extension;
  /** What a body declares itself: bodies inside it wait for that. */
  readonly #own = new Map<number, Progress>();
  /** What a body declares, and the bodies inside it declare: what stands in the body itself waits for that. */
  readonly #whole = new Map<number, Progress>();
  /** Nodes that a relation puts after something that supplies. */
  readonly #supplied: Uint8Array;

  constructor(private readonly graph: Graph) {
    this.#extension = new Extension(graph.size);
    this.#supplied = new Uint8Array(graph.size);
  }

  order(paths: PathIndex): ManifestOrder {
    const { graph } = this;
    const sequence = manifestSequence(graph);
    const positions = new Int32Array(sequence.length);
    for (const [position, node] of sequence.entries()) {
      positions[node] = position;
      if (!graph.isTransparent(node)) this.#place(node, graph.resource(node));
      this.#passOn(node, graph.resource(node));
    }
    for (const pair of namedPairs(paths)) {
      const nodes = pair.map((index) => graph.first(index));
      const [before = 0, after = 0] = nodes.sort(
        (a, b) => ensureDefined(positions[a]) - ensureDefined(positions[b]),
      );
      this.#extension.edge(before, after, true);
    }
    return this.#extension;
  }

  #passOn(node: number, { definition }: CatalogResource): void {
    if (this.#supplied[node] === 0 && definition?.effects !== 'supplies') return;
    const { successors } = this.graph;
    const [start, end] = successors.range(node);
    for (let slot = start; slot < end; slot++) this.#supplied[ensureDefined(successors.targets[slot])] = 1;
  }

  #place(node: number, { definition, declaredIn }: CatalogResource): void {
    const effects = definition?.effects;
    const bodies = this.#bodiesAround(declaredIn);
    const [body = -1, ...outer] = bodies;
    const seen = [this.#progress(this.#whole, body), ...outer.map((one) => this.#progress(this.#own, one))];

    for (const { supplies, commands, groundwork, allButServices, all } of seen) {
      if (effects !== 'supplies') supplies.holdBack(node);
      if (effects === 'opaque') all.holdBack(node);
      else if (effects === 'consumes') allButServices.holdBack(node);
      else commands.holdBack(node);
      if (effects === 'supplies') groundwork.holdBack(node);
    }

    const isGroundwork =
      effects === undefined && this.#supplied[node] === 0 && seen.every(({ supplies }) => supplies.isEmpty);
    const holders = [
      this.#progress(this.#own, body),
      ...bodies.map((one) => this.#progress(this.#whole, one)),
    ];
    for (const [at, progress] of holders.entries()) {
      // Of the body's own two, all that came before is behind an opaque one now.
      const add = (milestone: Milestone) =>
        effects === 'opaque' && at < 2 ? milestone.replaceBy(node) : milestone.add(node);
      add(progress.all);
      if (effects !== 'consumes') add(progress.allButServices);
      if (effects === 'opaque') add(progress.commands);
      if (effects === 'supplies') add(progress.supplies);
      if (isGroundwork) add(progress.groundwork);
    }
  }

  /** The bodies that a resource stands in, the innermost first. */
  #bodiesAround(innermost: number | undefined): number[] {
    const bodies: number[] = [];
    const { graph } = this;
    for (let at = innermost; at !== undefined; at = graph.resource(graph.first(at)).declaredIn)
      bodies.push(at);
    return bodies;
  }

  #progress(of: Map<number, Progress>, body: number): Progress {
    let progress = of.get(body);
    if (progress === undefined) {
      const [supplies, ...others] = [true, false, false, false, false].map(
        (strong) => new Milestone(this.#extension, strong),
      ) as [Milestone, Milestone, Milestone, Milestone, Milestone];
      const [commands, groundwork, allButServices, all] = others;
      progress = { supplies, commands, groundwork, allButServices, all };
      of.set(body, progress);
    }
    return progress;
  }
}
