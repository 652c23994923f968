import type { ProviderLookup } from '../../src/engine/group.js';
import type { FleetCatalog } from '../../src/fleet/fleet-catalog.js';
import type { FleetReport } from '../../src/fleet/fleet-report.js';
import { type FleetRunOptions, runFleet } from '../../src/fleet/run-fleet.js';
import { SimulatedHost } from '../../src/hosts/simulated/simulated-host.js';
import { World } from '../engine/world.js';

/** Hosts of things, each with its own world, and what a fleet does on them. */
export class Sites {
  readonly hosts = new Map<string, SimulatedHost>();
  readonly worlds = new Map<string, World>();
  /** Hosts that refuse connections. */
  readonly down = new Set<string>();
  /** `change x on a` in the order of all hosts. */
  readonly log: string[] = [];
  connections = 0;

  constructor(public catalog: FleetCatalog) {
    for (const name of catalog.inventory.hosts.keys()) {
      const world = new World();
      const log = this.log;
      world.log.push = (...entries) => log.push(...entries.map((entry) => `${entry} on ${name}`));
      this.worlds.set(name, world);
      this.hosts.set(name, new SimulatedHost({ name }));
    }
  }

  world(name: string): World {
    return this.worlds.get(name) as World;
  }

  host(name: string): SimulatedHost {
    return this.hosts.get(name) as SimulatedHost;
  }

  run(options: FleetRunOptions = {}): Promise<FleetReport> {
    const access = [...this.hosts].map(([name, host]) => {
      const connect = async () => {
        this.connections++;
        if (this.down.has(name)) throw new Error('connection refused');
        return host;
      };
      return [name, connect] as const;
    });
    const providersOf = (name: string): ProviderLookup => this.world(name).providers;
    return runFleet(this.catalog, new Map(access), { providersOf, ...options });
  }
}

/** The outcomes of the hosts of a run. */
export const outcomesOf = ({ hosts }: FleetReport) =>
  Object.fromEntries(hosts.map(({ host, outcome }) => [host, outcome]));

/** The outcomes of the resources of a host that are not unchanged, by title, with their cause. */
export const resourcesOf = (report: FleetReport, name: string) =>
  Object.fromEntries(
    (report.hosts.find(({ host }) => host === name)?.report?.resources ?? []).map((one) => [
      one.title,
      [one.outcome, one.cause ?? one.reason].filter(Boolean).join(': '),
    ]),
  );
