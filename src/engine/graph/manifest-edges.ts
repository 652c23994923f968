import type { CatalogResource } from '../../catalog/catalog.js';
import { ensureDefined } from '../../errors/ensure-defined.js';
import type { Edge } from './edges.js';
import type { Graph } from './graph.js';
import { manifestSequence } from './manifest-sequence.js';
import type { Ordering } from './ordering.js';
import { findUnorderedPairs } from './path-edges.js';
import type { PathIndex } from './path-index.js';
import { GraphExtension, PredecessorSet } from './predecessor-set.js';

/** What the order of declarations adds to a graph: edges, and nodes without a resource. */
export interface ManifestOrder {
  readonly edges: readonly Edge[];
  /** The number of nodes of the graph, the added ones included. */
  readonly size: number;
}

/**
 * Builds the order of declarations, as edges that propagate neither refreshes nor failures.
 *
 * Two resources keep their order only if the body of one encloses the body of the other: a manifest and the class
 * that it declares, but not two sibling classes. An opaque resource (a command) comes after everything that is
 * declared above it and before everything that is declared below it. A resource that supplies (a package) comes before
 * what is declared below it, and after what needs no package itself, so that packages still go into one transaction.
 * A resource that consumes (a service) comes after what is declared above it. A resource that names a path and the one
 * that manages it keep their order in any case.
 *
 * All edges follow one sequence that respects every relation, so that they cannot close a cycle.
 * @param graph The graph of all other edges, without cycles.
 */
export function manifestEdges(graph: Graph, paths: PathIndex, ordering: Ordering): ManifestOrder {
  const { size, catalog } = graph;
  if (ordering === 'sequential') return sequentialEdges(graph);
  const hasEffects = catalog.resources.some(({ definition }) => definition?.effects !== undefined);
  return ordering === 'manifest' && hasEffects
    ? new ManifestOrderBuilder(graph).build(paths)
    : { edges: [], size };
}

function sequentialEdges(graph: Graph): ManifestOrder {
  const extension = new GraphExtension(graph.size);
  let before: number | undefined;
  for (const node of manifestSequence(graph)) {
    if (graph.isTransparent(node)) continue;
    if (before !== undefined) extension.addEdge(before, node, false);
    before = node;
  }
  return extension;
}

/** The nodes of one body so far, by kind. */
interface Progress {
  readonly supplies: PredecessorSet;
  readonly commands: PredecessorSet;
  /** Nodes that need no package. */
  readonly groundwork: PredecessorSet;
  readonly allButServices: PredecessorSet;
  readonly all: PredecessorSet;
}

/** Builds the edges of the ordering `manifest`. */
class ManifestOrderBuilder {
  readonly #extension: GraphExtension;
  /** What a body declares itself: the bodies inside it wait for that. */
  readonly #own = new Map<number, Progress>();
  /** What a body and the bodies inside it declare: the resources of the body itself wait for that. */
  readonly #whole = new Map<number, Progress>();
  /** 1 for nodes that a relation orders after a resource that supplies. */
  readonly #supplied: Uint8Array;

  constructor(private readonly graph: Graph) {
    this.#extension = new GraphExtension(graph.size);
    this.#supplied = new Uint8Array(graph.size);
  }

  build(paths: PathIndex): ManifestOrder {
    const { graph } = this;
    const sequence = manifestSequence(graph);
    const positions = new Int32Array(sequence.length);
    for (const [position, node] of sequence.entries()) {
      positions[node] = position;
      if (!graph.isTransparent(node)) this.#addEdges(node, graph.resource(node));
      this.#markSupplied(node, graph.resource(node));
    }
    for (const pair of findUnorderedPairs(paths)) {
      const nodes = pair.map((index) => graph.first(index));
      const [before = 0, after = 0] = nodes.sort(
        (a, b) => ensureDefined(positions[a]) - ensureDefined(positions[b]),
      );
      this.#extension.addEdge(before, after, true);
    }
    return this.#extension;
  }

  #markSupplied(node: number, { definition }: CatalogResource): void {
    if (this.#supplied[node] === 0 && definition?.effects !== 'supplies') return;
    const { successors } = this.graph;
    const [start, end] = successors.range(node);
    for (let slot = start; slot < end; slot++) this.#supplied[ensureDefined(successors.targets[slot])] = 1;
  }

  #addEdges(node: number, { definition, declaredIn }: CatalogResource): void {
    const effects = definition?.effects;
    const bodies = this.#bodiesAround(declaredIn);
    const [body = -1, ...outer] = bodies;
    const before = [this.#progress(this.#whole, body), ...outer.map((one) => this.#progress(this.#own, one))];

    for (const { supplies, commands, groundwork, allButServices, all } of before) {
      if (effects !== 'supplies') supplies.addSuccessor(node);
      if (effects === 'opaque') all.addSuccessor(node);
      else if (effects === 'consumes') allButServices.addSuccessor(node);
      else commands.addSuccessor(node);
      if (effects === 'supplies') groundwork.addSuccessor(node);
    }

    const isGroundwork =
      effects === undefined && this.#supplied[node] === 0 && before.every(({ supplies }) => supplies.isEmpty);
    const followers = [
      this.#progress(this.#own, body),
      ...bodies.map((one) => this.#progress(this.#whole, one)),
    ];
    for (const [at, progress] of followers.entries()) {
      // In the two of the innermost body, the opaque resource comes after all earlier ones: it alone counts from now on.
      const add = (predecessors: PredecessorSet) =>
        effects === 'opaque' && at < 2
          ? predecessors.replacePredecessors(node)
          : predecessors.addPredecessor(node);
      add(progress.all);
      if (effects !== 'consumes') add(progress.allButServices);
      if (effects === 'opaque') add(progress.commands);
      if (effects === 'supplies') add(progress.supplies);
      if (isGroundwork) add(progress.groundwork);
    }
  }

  /** Returns the bodies that enclose a resource, the innermost first. */
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
        (strong) => new PredecessorSet(this.#extension, strong),
      ) as [PredecessorSet, PredecessorSet, PredecessorSet, PredecessorSet, PredecessorSet];
      const [commands, groundwork, allButServices, all] = others;
      progress = { supplies, commands, groundwork, allButServices, all };
      of.set(body, progress);
    }
    return progress;
  }
}
