/** Some lines about a resource, or about anything else. */
export type Block = readonly string[];

/** Blocks that are equal on the same hosts. */
export interface BlockGroup {
  readonly hosts: ReadonlySet<string>;
  readonly blocks: readonly Block[];
}

/** Collects the blocks of many hosts, each of which is shown once for all hosts that have it. */
export class GroupedBlocks {
  readonly #blocks = new Map<string, { readonly block: Block; readonly hosts: Set<string> }>();

  add(host: string, block: Block): void {
    const key = block.join('\n');
    const known = this.#blocks.get(key) ?? { block, hosts: new Set() };
    this.#blocks.set(key, known);
    known.hosts.add(host);
  }

  /** Returns the blocks grouped by the hosts that have them: what most hosts have comes first. */
  groups(): readonly BlockGroup[] {
    const groups = new Map<string, { readonly hosts: ReadonlySet<string>; readonly blocks: Block[] }>();
    for (const { block, hosts } of this.#blocks.values()) {
      const key = JSON.stringify([...hosts].sort());
      const group = groups.get(key) ?? { hosts, blocks: [] };
      groups.set(key, group);
      group.blocks.push(block);
    }
    return [...groups.values()].sort((one, other) => other.hosts.size - one.hosts.size);
  }
}
