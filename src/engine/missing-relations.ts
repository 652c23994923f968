import sortBy from 'lodash/sortBy.js';
import type { CatalogResource } from '../catalog/catalog.js';
import { type Diagnostic, warning } from '../errors/diagnostic.js';
import { ensureDefined } from '../errors/ensure-defined.js';
import type { Graph } from './graph/graph.js';
import { manifestPositions } from './graph/manifest-sequence.js';
import type { Outcome } from './report.js';

/** The number of resources that a warning lists. */
const MAX_LISTED = 3;

/**
 * Finds failures that the order of the manifest might have avoided: of resources for which a resource that is declared
 * above them, without a relation to them, was changed only after their step had begun.
 */
export class MissingRelations {
  #time = 0;
  readonly #began = new Map<number, number>();
  readonly #changed = new Map<number, number>();
  readonly #failed: number[] = [];

  constructor(private readonly graph: Graph) {}

  /** Records that the steps of nodes have begun. */
  begin(nodes: readonly number[]): void {
    this.#time++;
    for (const node of nodes) this.#began.set(node, this.#time);
  }

  /** Records that the step of a node has ended. */
  end(node: number, outcome: Outcome): void {
    if (outcome === 'changed') this.#changed.set(node, ++this.#time);
    else if (outcome === 'failed') this.#failed.push(node);
  }

  /** Returns the warnings about such failures, when the run has ended. */
  warnings(): Diagnostic[] {
    if (this.#failed.length === 0 || this.#changed.size === 0) return [];
    const positions = manifestPositions(this.graph);
    const found = sortBy(this.#failed, (node) => positions[node]).flatMap((node) => {
      const nearest = this.#changedTooLate(node, positions);
      return nearest.length === 0 ? [] : [{ failed: this.graph.resource(node), nearest }];
    });
    const [first, ...more] = found;
    return first === undefined ? [] : [createWarning(first, more)];
  }

  /** Returns what is declared above a failed resource and was changed only after its step had begun, the nearest first. */
  #changedTooLate(node: number, positions: Int32Array): CatalogResource[] {
    const began = this.#began.get(node) ?? Number.POSITIVE_INFINITY;
    const position = ensureDefined(positions[node]);
    const above = [...this.#changed].filter(
      ([other, time]) => time > began && ensureDefined(positions[other]) < position,
    );
    return sortBy(above, ([other]) => -ensureDefined(positions[other]))
      .slice(0, MAX_LISTED)
      .map(([other]) => this.graph.resource(other));
  }
}

interface UnorderedFailure {
  readonly failed: CatalogResource;
  readonly nearest: readonly CatalogResource[];
}

/** Creates one warning for all: the others often fail for the same reason as the first. */
function createWarning({ failed, nearest }: UnorderedFailure, more: readonly UnorderedFailure[]): Diagnostic {
  const others = nearest.map(({ reference }) => reference).join(', ');
  const references = more.slice(0, MAX_LISTED).map((one) => one.failed.reference);
  const rest = more.length > MAX_LISTED ? ` and ${more.length - MAX_LISTED} more` : '';
  return warning(
    'run.unordered',
    `${failed.reference} failed, and resources declared above it were changed only after its step had begun: ${others}`,
    {
      location: failed.location,
      related: [
        ...nearest.map((one) => ({ message: `${one.reference} is declared`, location: one.location })),
        ...(more.length === 0
          ? []
          : [{ message: `the same applies to ${references.join(', ')}${rest}`, location: undefined }]),
      ],
      hint: 'if it needs one of them, add a relation, such as require; or apply resources one after the other: --ordering sequential',
    },
  );
}
