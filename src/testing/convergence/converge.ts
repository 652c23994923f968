import type { Catalog } from '../../catalog/catalog.js';
import type { RunEvent } from '../../engine/events.js';
import { run } from '../../engine/run.js';
import type { FleetCatalog } from '../../fleet/fleet-catalog.js';
import { convergeFleet, type FleetConvergence, type FleetConvergeOptions } from './converge-fleet.js';
import type { ConvergeOptions } from './converge-options.js';
import { Convergence } from './convergence.js';
import { definitionsOf } from './definitions-of.js';
import { SimulatedNode } from './simulated-node.js';

/**
 * Runs the engine with a catalog on a simulated host, on which every native type has an in-memory provider. No command is
 * executed and no file is read; the order, the refreshes and the failures are those of a real run.
 * @throws {GlanceApplyError} `graph.cycle`; `converge.unknown` if `fail` names a resource that the catalog does not contain.
 * @example
 * const first = await converge(catalog, { state: [existingResource(Package, 'glance-api')] });
 * expect(await first.again()).to.changeNothing();
 */
export function converge(catalog: Catalog, options?: ConvergeOptions): Promise<Convergence>;
/**
 * Runs the catalogs of a fleet on simulated hosts, in the order that the relations between them demand.
 * @throws {GlanceApplyError} as `engine.runFleet` does; `converge.unknown` if `fail` names a resource that the catalog of its
 *   host does not contain.
 * @example
 * const first = await converge(fleetCatalog, { unreachable: ['controller02'] });
 * expect(first.outcomeOf('controller02')).to.equal('unreachable');
 */
export function converge(catalog: FleetCatalog, options?: FleetConvergeOptions): Promise<FleetConvergence>;
export async function converge(
  catalog: Catalog | FleetCatalog,
  options: ConvergeOptions | FleetConvergeOptions = {},
): Promise<Convergence | FleetConvergence> {
  if ('catalogs' in catalog) return convergeFleet(catalog, options as FleetConvergeOptions);
  const node = new SimulatedNode(catalog);
  const runOnce = async (desired: Catalog, { mode = 'apply', types = [], ...rest }: ConvergeOptions) => {
    const events: RunEvent[] = [];
    const report = await run(node.prepare(desired, rest), node.host, {
      mode,
      providers: node.providers,
      listener: (event) => events.push(event),
      types: definitionsOf(types),
    });
    return new Convergence(desired, report, events, runOnce);
  };
  return runOnce(catalog, options as ConvergeOptions);
}
