import { Collector } from '../../catalog/collector.js';
import { relationships } from '../../catalog/metaparameter-table.js';
import { Reference } from '../../catalog/reference.js';
import type { RemoteRelation } from '../../catalog/remote-relation.js';
import type { Resource } from '../../catalog/resource.js';
import { type Diagnostic, problem } from '../../errors/diagnostic.js';
import { didYouMean } from '../../errors/nearest.js';
import type { FleetEdge, FleetNode } from '../fleet-catalog.js';
import type { FleetInventory } from '../fleet-host.js';
import type { HostCompilation } from './host-compilation.js';

/**
 * Resolves the relations between hosts. A relation with a host that has no catalog stays, with the name of what it names
 * there. A relation with what the other host does not declare is an error of the host that declares the relation.
 */
export class EdgeResolver {
  readonly #hosts: ReadonlyMap<string, HostCompilation>;

  constructor(
    hosts: readonly HostCompilation[],
    private readonly inventory: FleetInventory,
  ) {
    this.#hosts = new Map(hosts.map((one) => [one.host.name, one]));
  }

  /** Refuses hosts whose relations name what does not exist, until all others are known to have a catalog. */
  refuseDangling(): void {
    for (const host of this.#hosts.values()) {
      const problems = host.compilation.remoteRelations.flatMap((relation) => this.#check(relation));
      if (problems.length > 0) host.refuse(problems);
    }
  }

  /** Returns the relations, each pair of resources once. */
  edges(): FleetEdge[] {
    const edges = new Map<string, FleetEdge>();
    for (const host of this.#hosts.values()) {
      for (const relation of host.compilation.remoteRelations) {
        const { owner, relationship } = relation;
        const { forward, refresh } = relationships[relationship];
        const own = nodeOf(owner, host);
        for (const other of this.#ends(relation)) {
          const [source, target] = forward ? [own, other] : [other, own];
          const key = JSON.stringify([source.host, source.reference, target.host, target.reference]);
          const known = edges.get(key);
          if (known === undefined)
            edges.set(key, { source, target, refresh, origin: relationship, location: owner.location });
          else if (refresh && !known.refresh) edges.set(key, { ...known, refresh });
        }
      }
    }
    return [...edges.values()];
  }

  #check({ owner, relationship, target }: RemoteRelation): Diagnostic[] {
    if (target instanceof Collector || isResource(target)) return [];
    const { host, target: named } = target;
    if (named instanceof Collector) return [];
    const other = this.#hosts.get(host);
    if (other === undefined || other.failure !== undefined) return [];
    if (other.built?.catalog.find(named.type, named.title) !== undefined) return [];
    const declared = other.compilation.find(named.type, named.title);
    const related = [
      declared === undefined
        ? { message: `${host} is`, location: this.inventory.hosts.get(host)?.location }
        : { message: 'it is declared', location: declared.location },
    ].filter(({ location }) => location !== undefined);
    const lead = `${owner} on ${this.#nameOf(owner)}: ${relationship} names ${named} on ${host}`;
    if (declared !== undefined) {
      return [
        problem('relation.virtual', `${lead}, which is virtual`, {
          location: owner.location,
          related,
          hint: `realize or collect it on ${host}`,
        }),
      ];
    }
    const titles = other.compilation.resources.filter(({ type }) => type === named.type);
    return [
      problem('relation.dangling', `${lead}, which nothing declares there`, {
        location: owner.location,
        related,
        hint: didYouMean(
          named.title,
          titles.map(({ title }) => title),
        ),
      }),
    ];
  }

  /** Returns what a relation names on the other host. */
  #ends({ target }: RemoteRelation): FleetNode[] {
    if (target instanceof Collector || isResource(target)) {
      const host = this.#hostOf(target);
      return host === undefined ? [] : this.#find(host, target);
    }
    const host = this.#hosts.get(target.host);
    if (host === undefined) return [{ host: target.host, reference: `${target.target}`, index: undefined }];
    return this.#find(host, target.target);
  }

  #find(host: HostCompilation, target: Reference | Collector | Resource): FleetNode[] {
    const { name } = host.host;
    const { built } = host;
    if (built === undefined) return [{ host: name, reference: `${target}`, index: undefined }];
    const { catalog } = built;
    const indices =
      target instanceof Collector
        ? built.foundBy(target)
        : [Reference.is(target) ? catalog.find(target.type, target.title)?.index : built.indexOf(target)];
    return indices.flatMap((index) => {
      const resource = index === undefined ? undefined : catalog.resources[index];
      return resource === undefined ? [] : [{ host: name, reference: resource.reference, index }];
    });
  }

  #hostOf(target: Collector | Resource): HostCompilation | undefined {
    return [...this.#hosts.values()].find(({ compilation }) =>
      target instanceof Collector ? target.isOf(compilation.seal) : compilation.owns(target),
    );
  }

  #nameOf(owner: Resource): string {
    return this.#hostOf(owner)?.host.name ?? '';
  }
}

function nodeOf(resource: Resource, { host, built }: HostCompilation): FleetNode {
  return { host: host.name, reference: `${resource}`, index: built?.indexOf(resource) };
}

function isResource(target: RemoteRelation['target']): target is Resource {
  return 'parent' in target;
}
