import type { Edge } from './edges.js';

/** Edges, and nodes without a resource, that are added to a graph. */
export class GraphExtension {
  readonly edges: Edge[] = [];

  constructor(
    /** The number of nodes, those of the graph included. */
    public size: number,
  ) {}

  addEdge(source: number, target: number, strong: boolean): void {
    const origin = strong ? 'supply' : 'manifest';
    this.edges.push({ source, target, refresh: false, origin, relation: -1 });
  }

  addNode(): number {
    return this.size++;
  }
}

/**
 * Everything of one kind that precedes a point. Each later resource needs one edge to wait for all of it; an edge for
 * each pair would be quadratic.
 */
export class PredecessorSet {
  #sources: number[] = [];

  constructor(
    private readonly extension: GraphExtension,
    /** Whether a plan assumes that outstanding changes among the predecessors may alter the successors. */
    private readonly strong = false,
  ) {}

  get isEmpty(): boolean {
    return this.#sources.length === 0;
  }

  addPredecessor(node: number): void {
    this.#sources.push(node);
  }

  /** Replaces all predecessors by one that waits for all of them itself. */
  replacePredecessors(node: number): void {
    this.#sources = [node];
  }

  /** Orders a node after all predecessors so far. */
  addSuccessor(node: number): void {
    if (this.#sources.length > 1) {
      const joined = this.extension.addNode();
      for (const source of this.#sources) this.extension.addEdge(source, joined, this.strong);
      this.#sources = [joined];
    }
    const [source] = this.#sources;
    if (source !== undefined) this.extension.addEdge(source, node, this.strong);
  }
}
