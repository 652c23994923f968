import type { Edge } from './edges.js';

/** Adds edges, and nodes that stand for no resource, to a graph under construction. */
export class Extension {
  readonly edges: Edge[] = [];

  constructor(
    /** How many nodes there are. */
    public size: number,
  ) {}

  edge(source: number, target: number, strong: boolean): void {
    const origin = strong ? 'supply' : 'manifest';
    this.edges.push({ source, target, refresh: false, origin, relation: -1 });
  }

  node(): number {
    return this.size++;
  }
}

/**
 * Everything of one kind that came before a point: many resources can wait for it by one edge each, where an edge
 * from each to each would be quadratic.
 */
export class Milestone {
  #sources: number[] = [];

  constructor(
    private readonly extension: Extension,
    /** Whether a plan takes what waits for it to be altered by changes that are still to come. */
    private readonly strong = false,
  ) {}

  get isEmpty(): boolean {
    return this.#sources.length === 0;
  }

  add(node: number): void {
    this.#sources.push(node);
  }

  /** Only this one counts any more: it waits for all the others itself. */
  replaceBy(node: number): void {
    this.#sources = [node];
  }

  /** Has a node wait for all that was added so far. */
  holdBack(node: number): void {
    if (this.#sources.length > 1) {
      const joined = this.extension.node();
      for (const source of this.#sources) this.extension.edge(source, joined, this.strong);
      this.#sources = [joined];
    }
    const [source] = this.#sources;
    if (source !== undefined) this.extension.edge(source, node, this.strong);
  }
}
