import type { LocalTargets } from './metaparameters.js';
import type { Position } from './position.js';
import type { Seal } from './seal.js';

/** One arrow of a chain. */
export interface ChainLink {
  readonly refresh: boolean;
  readonly to: LocalTargets;
}

/**
 * Puppet's chaining arrows: `scope.chain(a).before(b).notify(c)` is `A -> B ~> C`. A collector in the middle that finds
 * nothing is bridged: `A -> <nothing> ~> C` becomes `A ~> C`, with the arrow to its right (PUP-996, Puppet 4.10.5).
 */
export class Chain {
  readonly links: ChainLink[] = [];

  constructor(
    private readonly seal: Seal,
    readonly start: LocalTargets,
    readonly position: Position,
  ) {
    this.#refuseLate();
  }

  /** `->`: the previous resources are applied before these. */
  before(to: LocalTargets): this {
    this.#refuseLate();
    this.links.push({ refresh: false, to });
    return this;
  }

  /** `~>`: the previous resources are applied before these, and refresh them when they change. */
  notify(to: LocalTargets): this {
    this.#refuseLate();
    this.links.push({ refresh: true, to });
    return this;
  }

  #refuseLate(): void {
    this.seal.refuseLate(() => 'a chain is made', this.position);
  }
}
