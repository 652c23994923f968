import type { Catalog } from '../../catalog/catalog.js';
import type { Reference } from '../../catalog/reference.js';
import { raise } from '../../errors/glance-apply-error.js';
import { didYouMean } from '../../errors/nearest.js';
import { SimulatedHost } from '../../hosts/simulated/simulated-host.js';
import type { ConvergeOptions, InjectedFailure } from './converge-options.js';
import { removeRetryDelays } from './remove-retry-delays.js';
import { simulatedProviders } from './simulated-providers.js';
import { type InjectedFailures, SimulatedWorld } from './simulated-world.js';

/** A simulated host with the resources that exist on it, for successive runs. */
export class SimulatedNode {
  readonly host: SimulatedHost;
  readonly #world = new SimulatedWorld();
  readonly providers = simulatedProviders(this.#world);

  constructor(catalog: Catalog, name?: string) {
    this.host = new SimulatedHost({ facts: catalog.facts, ...(name === undefined ? {} : { name }) });
  }

  /**
   * Prepares a run: adds existing resources, and lets some fail. Returns the catalog to run.
   * @throws {GlanceApplyError} `converge.unknown`
   */
  prepare(catalog: Catalog, { state = [], fail = [] }: Pick<ConvergeOptions, 'state' | 'fail'>): Catalog {
    this.#world.put(state, catalog);
    this.#world.injectedFailures = toInjectedFailures(catalog, fail);
    return fail.length === 0 ? catalog : removeRetryDelays(catalog);
  }
}

function toInjectedFailures(catalog: Catalog, troubles: readonly InjectedFailure[]): InjectedFailures {
  const referencesOf = (pick: (one: InjectedFailure) => Reference | undefined) =>
    new Set(
      troubles.flatMap((one) => pick(one) ?? []).map((reference) => resolveReference(catalog, reference)),
    );
  return {
    changes: referencesOf((one) => ('refresh' in one || 'read' in one ? undefined : one)),
    refreshes: referencesOf((one) => ('refresh' in one ? one.refresh : undefined)),
    readings: referencesOf((one) => ('read' in one ? one.read : undefined)),
  };
}

function resolveReference(catalog: Catalog, reference: Reference): string {
  const found = catalog.find(reference.type, reference.title);
  if (found?.definition !== undefined) return found.reference;
  const native = catalog.resources.filter(({ definition }) => definition !== undefined);
  return raise(
    'converge.unknown',
    `cannot make ${reference} fail: the catalog does not contain this native resource`,
    {
      hint: didYouMean(
        `${reference}`,
        native.map((one) => one.reference),
      ),
    },
  );
}
