import type { Collector } from '../../catalog/collector.js';
import { Position } from '../../catalog/position.js';
import type { QueryLike } from '../../catalog/query.js';
import type { Reference } from '../../catalog/reference.js';
import { RemoteTarget } from '../../catalog/remote-target.js';
import type { CollectedType } from '../../catalog/scope.js';
import { type Diagnostic, problem } from '../../errors/diagnostic.js';
import { didYouMean } from '../../errors/nearest.js';
import type { FleetPart, FleetScope, PartBody } from '../fleet.js';
import { type FleetHost, type FleetInventory, groupNames, hostsOfGroup } from '../fleet-host.js';

/** A part with the hosts that it is given to. */
export interface GivenPart {
  readonly hosts: readonly FleetHost[];
  readonly body: PartBody;
}

/** Creates a collector on a host; undefined if the host is not compiled. */
export type CollectOnHost = (
  host: string,
  type: CollectedType,
  query: QueryLike | undefined,
) => Collector | undefined;

/** The scope that the function of a fleet receives. */
export class FleetSite implements FleetScope {
  readonly parts: GivenPart[] = [];
  readonly diagnostics: Diagnostic[] = [];

  constructor(
    private readonly inventory: FleetInventory,
    private readonly collect: CollectOnHost,
  ) {}

  get hosts(): ReadonlyMap<string, FleetHost> {
    return this.inventory.hosts;
  }

  host(name: string, body: PartBody): FleetPart {
    const host = this.inventory.hosts.get(name);
    if (host === undefined) {
      this.diagnostics.push(
        problem('fleet.unknown-host', `the inventory has no host named '${name}'`, {
          location: new Position(this.host).location,
          hint: didYouMean(name, [...this.inventory.hosts.keys()]),
        }),
      );
    }
    return this.#give(host === undefined ? [] : [host], name, body);
  }

  group(name: string, body: PartBody): FleetPart {
    return this.#give(this.#members(name, this.group), `the hosts of ${name}`, body);
  }

  once(group: string, body: PartBody): FleetPart {
    const members = this.#members(group, this.once);
    const [first] = members;
    if (first === undefined && hostsOfGroup(this.inventory, group) !== undefined) {
      this.diagnostics.push(
        problem('fleet.empty-group', `the group ${group} contains no host, and once needs one`, {
          location: new Position(this.once).location,
        }),
      );
    }
    return this.#give(first === undefined ? [] : [first], first?.name ?? group, body);
  }

  #members(name: string, caller: (group: string, body: PartBody) => FleetPart): readonly FleetHost[] {
    const members = hostsOfGroup(this.inventory, name);
    if (members !== undefined) return members;
    this.diagnostics.push(
      problem('fleet.unknown-group', `the inventory has no group named '${name}'`, {
        location: new Position(caller).location,
        hint: didYouMean(name, groupNames(this.inventory)),
      }),
    );
    return [];
  }

  #give(hosts: readonly FleetHost[], words: string, body: PartBody): FleetPart {
    this.parts.push({ hosts, body });
    return new Part(hosts, words, this.collect);
  }
}

class Part implements FleetPart {
  constructor(
    readonly hosts: readonly FleetHost[],
    private readonly words: string,
    private readonly collectOn: CollectOnHost,
  ) {}

  ref(type: { ref(title: string): Reference }, title = ''): RemoteTarget {
    const target = type.ref(title);
    return new RemoteTarget(
      this.hosts.map(({ name }) => ({ host: name, target })),
      this.words,
    );
  }

  collect(type: CollectedType, query?: QueryLike): RemoteTarget {
    const ends = this.hosts.flatMap(({ name }) => {
      const target = this.collectOn(name, type, query);
      return target === undefined ? [] : [{ host: name, target }];
    });
    return new RemoteTarget(ends, this.words);
  }
}
