import sortBy from 'lodash/sortBy.js';
import { ensureDefined } from '../errors/ensure-defined.js';
import type { Graph } from './graph/graph.js';
import { computeHeights } from './graph/heights.js';
import type { Provider } from './provider.js';
import type { ComparedStep } from './resource-step.js';

/** The resources that are changed in one call of a provider. */
export interface Batch {
  readonly members: readonly ComparedStep[];
  /** The number of resources in the longest chain that waits for one of them, itself included. */
  readonly urgency: number;
}

/** Divides resources that are ready together into batches. */
export class Batches {
  #heights: Int32Array | undefined;

  constructor(private readonly graph: Graph) {}

  /** Builds the batches of resources of one provider, the most urgent first. */
  build(provider: Provider, compared: readonly ComparedStep[]): Batch[] {
    // Computed for the first change: most runs have none.
    this.#heights ??= computeHeights(this.graph);
    const nodeHeights = this.#heights;
    const batches = splitIntoCalls(provider, compared).map(
      (members): Batch => ({
        members,
        urgency: members.reduce((most, { step }) => Math.max(most, ensureDefined(nodeHeights[step.node])), 0),
      }),
    );
    return sortBy(batches, ({ urgency }) => -urgency);
  }
}

/** Divides resources by the key of a provider with `changeAll`; with any other provider, each is alone. */
function splitIntoCalls(provider: Provider, compared: readonly ComparedStep[]): ComparedStep[][] {
  if (provider.changeAll === undefined) return compared.map((one) => [one]);
  const buckets = new Map<string, ComparedStep[]>();
  for (const one of compared) {
    // A refresh without a change is not part of a batch of changes.
    const key =
      one.diff === undefined ? `refresh ${one.step.node}` : (provider.batchBy?.(one.step.subject) ?? '');
    const members = buckets.get(key);
    if (members === undefined) buckets.set(key, [one]);
    else members.push(one);
  }
  return [...buckets.values()];
}
