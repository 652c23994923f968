import type { Alias, Node } from 'yaml';
import { MAX_VALUES } from './hierarchy/count-values.js';

/** Thrown for an alias that cannot be expanded. The reader of the file adds the location. */
export class AliasProblem extends Error {
  /** @param excessive Whether the file expands to too many values, so that reading on makes no sense. */
  constructor(
    message: string,
    readonly excessive = false,
  ) {
    super(message);
  }
}

/**
 * Expands the aliases of a YAML document. The target of an alias is converted once, and counted once per alias, because
 * later code visits every occurrence.
 */
export class YamlAliases<T> {
  readonly #known = new Map<Node, { readonly value: T; readonly weight: number }>();
  /** By name; the library would search the whole document for each. */
  readonly #anchors = new Map<string, Node>();
  readonly #open = new Set<Node>();
  #weight = 0;

  /** Converts a node that may have an anchor. */
  convert(node: Node & { readonly anchor?: string | undefined }, work: () => T): T {
    if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    const before = this.#weight;
    this.#weight += 1;
    this.#open.add(node);
    const value = work();
    this.#open.delete(node);
    if (node.anchor !== undefined) this.#known.set(node, { value, weight: this.#weight - before });
    return value;
  }

  /**
   * Returns the value that an alias stands for.
   * @throws {AliasProblem}
   */
  resolve({ source }: Alias): T {
    const target = this.#anchors.get(source);
    if (target !== undefined && this.#open.has(target)) {
      throw new AliasProblem(`*${source} is inside the value that it refers to`);
    }
    const known = target === undefined ? undefined : this.#known.get(target);
    if (known === undefined) throw new AliasProblem(`no anchor &${source} precedes this alias`);
    this.#weight += known.weight;
    if (this.#weight > MAX_VALUES) {
      throw new AliasProblem(`aliases expand this file to more than ${MAX_VALUES} values`, true);
    }
    return known.value;
  }
}
