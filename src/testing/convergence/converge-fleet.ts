import type { Catalog } from '../../catalog/catalog.js';
import type { RunEvent } from '../../engine/events.js';
import { ensureDefined } from '../../errors/ensure-defined.js';
import { raise } from '../../errors/glance-apply-error.js';
import type { FleetCatalog } from '../../fleet/fleet-catalog.js';
import type { FleetEvent, FleetReport, HostOutcome } from '../../fleet/fleet-report.js';
import { type FleetRunOptions, runFleet } from '../../fleet/run-fleet.js';
import type { HostAccess } from '../../fleet/running/host-access.js';
import type { ConvergeOptions, InjectedFailure } from './converge-options.js';
import { Convergence } from './convergence.js';
import { definitionsOf } from './definitions-of.js';
import type { ExistingResource } from './existing-resource.js';
import { SimulatedNode } from './simulated-node.js';

/** The options of a run of a fleet on simulated hosts. */
export interface FleetConvergeOptions
  extends Pick<
    FleetRunOptions,
    'mode' | 'limit' | 'forks' | 'serial' | 'maxFailures' | 'deadline' | 'ordering'
  > {
  /** What exists on hosts before the run, in addition to the result of earlier runs. @default nothing */
  readonly state?: Readonly<Record<string, readonly ExistingResource[]>>;
  /** What fails on hosts in this run. @default nothing */
  readonly fail?: Readonly<Record<string, readonly InjectedFailure[]>>;
  /** The hosts to which there is no connection in this run. @default none */
  readonly unreachable?: readonly string[];
  /** Types that can be purged although the catalog does not declare a resource of them. @default none */
  readonly types?: ConvergeOptions['types'];
}

/** One run of a fleet on simulated hosts. */
export class FleetConvergence {
  readonly #again: (catalog: FleetCatalog, options: FleetConvergeOptions) => Promise<FleetConvergence>;

  constructor(
    readonly catalog: FleetCatalog,
    readonly report: FleetReport,
    readonly events: readonly FleetEvent[],
    /** The runs on the hosts on which one took place, by host. */
    readonly hosts: ReadonlyMap<string, Convergence>,
    again: (catalog: FleetCatalog, options: FleetConvergeOptions) => Promise<FleetConvergence>,
  ) {
    this.#again = again;
  }

  /** Every native resource in the order in which their steps ended: `Service[mysql] on db01`. */
  get order(): readonly string[] {
    return this.events.flatMap((event) =>
      event.type === 'resource-finished' ? [`${event.resource.reference} on ${event.host}`] : [],
    );
  }

  /** Returns what became of a host; undefined if it was not part of the run. */
  outcomeOf(host: string): HostOutcome | undefined {
    return this.report.hosts.find((one) => one.host === host)?.outcome;
  }

  /** Returns the run on a host. */
  host(name: string): Convergence {
    return this.hosts.get(name) ?? raise('fleet.unknown-host', `there was no run on ${name}`);
  }

  /** Runs the same catalogs again on the hosts as this run left them. */
  again(options: FleetConvergeOptions = {}): Promise<FleetConvergence> {
    return this.#again(this.catalog, options);
  }

  /** Runs the catalogs of another fleet on the hosts as this run left them. */
  next(catalog: FleetCatalog, options: FleetConvergeOptions = {}): Promise<FleetConvergence> {
    return this.#again(catalog, options);
  }
}

/** Runs the catalogs of a fleet on simulated hosts. */
export async function convergeFleet(
  catalog: FleetCatalog,
  options: FleetConvergeOptions,
): Promise<FleetConvergence> {
  const nodes = new Map<string, SimulatedNode>();
  const nodeOf = (name: string, desired: Catalog) => {
    const node = nodes.get(name) ?? new SimulatedNode(desired, name);
    nodes.set(name, node);
    return node;
  };

  const runOnce = async (
    desired: FleetCatalog,
    { state = {}, fail = {}, unreachable = [], types = [], ...rest }: FleetConvergeOptions,
  ): Promise<FleetConvergence> => {
    const prepared = [...desired.catalogs].map(([name, one]) => {
      const given = { state: state[name] ?? [], fail: fail[name] ?? [] };
      return [name, nodeOf(name, one).prepare(one, given)] as const;
    });
    const access = [...desired.catalogs].map(([name, one]): [string, HostAccess] => [
      name,
      async () => {
        if (unreachable.includes(name)) throw new Error('the spec made it unreachable');
        return nodeOf(name, one).host;
      },
    ]);
    const events: FleetEvent[] = [];
    const report = await runFleet({ ...desired, catalogs: new Map(prepared) }, new Map(access), {
      ...rest,
      providersOf: (host) => ensureDefined(nodes.get(host)).providers,
      listener: (event) => events.push(event),
      types: definitionsOf(types),
    });
    const hosts = report.hosts.flatMap(({ host, report: own }) => {
      const wanted = desired.catalogs.get(host);
      if (own === undefined || wanted === undefined) return [];
      const ofHost = events.filter((event): event is RunEvent => 'host' in event && event.host === host);
      const again = async (_: Catalog, one: ConvergeOptions) => {
        const { state: more = [], fail: failing = [], ...others } = one;
        const next = await runOnce(desired, {
          ...others,
          state: { [host]: more },
          fail: { [host]: failing },
          limit: new Set([host]),
        });
        return next.host(host);
      };
      return [[host, new Convergence(wanted, own, ofHost, again)] as const];
    });
    return new FleetConvergence(desired, report, events, new Map(hosts), runOnce);
  };
  return runOnce(catalog, options);
}
