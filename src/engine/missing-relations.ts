import sortBy from 'lodash/sortBy.js';
import type { CatalogResource } from '../catalog/catalog.js';
import { type Diagnostic, warning } from '../errors/diagnostic.js';
import { ensureDefined } from '../errors/ensure-defined.js';
import type { Graph } from './graph/graph.js';
import { manifestPositions } from './graph/manifest-sequence.js';
import type { Outcome } from './report.js';

/** How many resources are named that a failed one may have needed. */
const NAMED = 3;

/**
 * Finds failures that the order of the manifest would have avoided: a resource that failed although something
 * declared above it, to which it has no relation, was changed only after it had begun.
 */
export class MissingRelations {
  #time = 0;
  readonly #began = new Map<number, number>();
  readonly #changed = new Map<number, number>();
  readonly #failed: number[] = [];

  constructor(private readonly graph: Graph) {}

  /** Notes that the steps of nodes have begun. */
  begin(nodes: readonly number[]): void {
    this.#time++;
    for (const node of nodes) this.#began.set(node, this.#time);
  }

  end(node: number, outcome: Outcome): void {
    if (outcome === 'changed') this.#changed.set(node, ++this.#time);
    else if (outcome === 'failed') this.#failed.push(node);
  }

  /** What to say of the failures when the run has ended. */
  warnings(): Diagnostic[] {
    if (this.#failed.length === 0 || this.#changed.size === 0) return [];
    const positions = manifestPositions(this.graph);
    const found = sortBy(this.#failed, (node) => positions[node]).flatMap((node) => {
      const nearest = this.#changedTooLate(node, positions);
      return nearest.length === 0 ? [] : [{ failed: this.graph.resource(node), nearest }];
    });
    const [first, ...more] = found;
    return first === undefined ? [] : [warningOf(first, more)];
  }

  /** What is declared above a failed resource and was changed only after it had begun, the nearest first. */
  #changedTooLate(node: number, positions: Int32Array): CatalogResource[] {
    const began = this.#began.get(node) ?? Number.POSITIVE_INFINITY;
    const place = ensureDefined(positions[node]);
    const above = [...this.#changed].filter(
      ([other, time]) => time > began && ensureDefined(positions[other]) < place,
    );
    return sortBy(above, ([other]) => -ensureDefined(positions[other]))
      .slice(0, NAMED)
      .map(([other]) => this.graph.resource(other));
  }
}

interface UnorderedFailure {
  readonly failed: CatalogResource;
  readonly nearest: readonly CatalogResource[];
}

/** One warning for all: what is missing above the first is often what the others fail for too. */
function warningOf({ failed, nearest }: UnorderedFailure, more: readonly UnorderedFailure[]): Diagnostic {
  const others = nearest.map(({ reference }) => reference).join(', ');
  const named = more.slice(0, NAMED).map((one) => one.failed.reference);
  const rest = more.length > NAMED ? ` and ${more.length - NAMED} more` : '';
  return warning(
    'run.unordered',
    `${failed.reference} failed, and what is declared above it was changed only after it had begun: ${others}`,
    {
      place: failed.place,
      related: [
        ...nearest.map((one) => ({ message: `${one.reference} is declared`, place: one.place })),
        ...(more.length === 0
          ? []
          : [{ message: `the same is true of ${named.join(', ')}${rest}`, place: undefined }]),
      ],
      hint: 'if it needs one of them, give it a relation, such as require; or apply one after the other: --ordering sequential',
    },
  );
}
