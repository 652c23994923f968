import type { Catalog } from '../../catalog/catalog.js';
import type { NativeTypeDefinition } from '../../catalog/native-type-definition.js';
import type { Reference } from '../../catalog/reference.js';
import type { RunEvent } from '../../engine/events.js';
import { run } from '../../engine/run.js';
import { raise } from '../../errors/glance-apply-error.js';
import { didYouMean } from '../../errors/nearest.js';
import { SimulatedHost } from '../../hosts/simulated/simulated-host.js';
import type { ConvergeOptions, InjectedFailure } from './converge-options.js';
import { Convergence } from './convergence.js';
import { removeRetryDelays } from './remove-retry-delays.js';
import { simulatedProviders } from './simulated-providers.js';
import { type InjectedFailures, SimulatedWorld } from './simulated-world.js';

/**
 * Runs the engine with a catalog on a simulated host, on which every native type has an in-memory provider. No command is
 * executed and no file is read; the order, the refreshes and the failures are those of a real run.
 * @throws {GlanceApplyError} `graph.cycle`; `converge.unknown` if `fail` names a resource that the catalog does not contain.
 * @example
 * const first = await converge(catalog, { state: [existingResource(Package, 'glance-api')] });
 * expect(await first.again()).to.changeNothing();
 */
export async function converge(catalog: Catalog, options: ConvergeOptions = {}): Promise<Convergence> {
  const host = new SimulatedHost({ facts: catalog.facts });
  const world = new SimulatedWorld();
  const providers = simulatedProviders(world);

  const runOnce = async (
    catalog: Catalog,
    { state = [], fail = [], mode = 'apply', types = [] }: ConvergeOptions,
  ) => {
    world.put(state, catalog);
    world.injectedFailures = toInjectedFailures(catalog, fail);
    const events: RunEvent[] = [];
    const report = await run(fail.length === 0 ? catalog : removeRetryDelays(catalog), host, {
      mode,
      providers,
      listener: (event) => events.push(event),
      types: new Map(types.map(({ definition }) => [definition.name, definition as NativeTypeDefinition])),
    });
    return new Convergence(catalog, report, events, runOnce);
  };
  return runOnce(catalog, options);
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
