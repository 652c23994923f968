import type { Targets } from './metaparameters.js';
import type { Position } from './position.js';
import type { Seal } from './seal.js';

/** One arrow of a chain. */
export interface ChainLink {
  readonly refresh: boolean;
  readonly to: Targets;
}

/**
 * Puppet's chaining arrows: `scope.chain(a).before(b).notify(c)` is `A -> B ~> C`. A collector in the middle
 * that finds nothing is bridged: `A -> <nothing> ~> C` becomes `A ~> C`, with the arrow on its right
 * (PUP-996, Puppet 4.10.5).
 */
export class Chain {
  readonly links: ChainLink[] = [];

  constructor(
    private readonly seal: Seal,
    readonly start: Targets,
    readonly position: Position,
  ) {
    this.#refuseLate();
  }

  /** `->`: what came before is applied before these. */
  before(to: Targets): this {
    this.#refuseLate();
    this.links.push({ refresh: false, to });
    return this;
  }

  /** `~>`: what came before is applied before these, and refreshes them where it changes. */
  notify(to: Targets): this {
    this.#refuseLate();
    this.links.push({ refresh: true, to });
    return this;
  }

  #refuseLate(): void {
    this.seal.refuseLate(() => 'a chain is made', this.position);
  }
}
