import sortBy from 'lodash/sortBy.js';
import { ensureDefined } from '../errors/ensure-defined.js';
import type { Graph } from './graph/graph.js';
import { heights } from './graph/heights.js';
import type { Provider } from './provider.js';
import type { ComparedStep } from './resource-step.js';

/** What goes into one call of a provider. */
export interface Batch {
  readonly members: readonly ComparedStep[];
  /** How many resources the longest chain has that waits for one of them, itself included. */
  readonly urgency: number;
}

/** Puts what is ready together into batches, the most urgent first. */
export class Batches {
  #heights: Int32Array | undefined;

  constructor(private readonly graph: Graph) {}

  of(provider: Provider, compared: readonly ComparedStep[]): Batch[] {
    // Found out with the first change: most runs have none.
    this.#heights ??= heights(this.graph);
    const found = this.#heights;
    const batches = bucket(provider, compared).map(
      (members): Batch => ({
        members,
        urgency: members.reduce((most, { step }) => Math.max(most, ensureDefined(found[step.node])), 0),
      }),
    );
    return sortBy(batches, ({ urgency }) => -urgency);
  }
}

/** What goes into one call: by the provider's key where it takes many, else each alone. */
function bucket(provider: Provider, compared: readonly ComparedStep[]): ComparedStep[][] {
  if (provider.changeAll === undefined) return compared.map((one) => [one]);
  const buckets = new Map<string, ComparedStep[]>();
  for (const one of compared) {
    // A refresh alone has no part in a change of many.
    const key =
      one.diff === undefined ? `refresh ${one.step.node}` : (provider.batchBy?.(one.step.subject) ?? '');
    const members = buckets.get(key);
    if (members === undefined) buckets.set(key, [one]);
    else members.push(one);
  }
  return [...buckets.values()];
}
