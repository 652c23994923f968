import type { Position } from '../../catalog/position.js';
import { matchesQuery } from '../../catalog/query.js';
import type { Resource } from '../../catalog/resource.js';
import type { Scope } from '../../catalog/scope.js';
import { Tags } from '../../catalog/tags.js';
import { problem } from '../../errors/diagnostic.js';
import type { HostCompilation } from './host-compilation.js';

/** Declares a resource like the one that exports it, with the position of that one. */
type Declare = new (
  scope: Scope,
  title: string,
  given: Readonly<Record<string, unknown>>,
  position: Position,
) => Resource;

/**
 * Declares the exported resources of all hosts on the hosts that collect them, until no body of a collected one declares
 * anything new. Queries see the attributes and tags with which a resource was declared: overrides of collectors on its
 * own host do not count, as that host does not have it.
 */
export function collectExports(hosts: readonly HostCompilation[]): void {
  refuseExportedClasses(hosts);
  const tags = new Tags((resource, name) => resource.given[name]);
  const look = {
    attribute: (resource: Resource, name: string) => resource.given[name],
    tags: (resource: Resource) => tags.of(resource),
  };
  const taken = new Map(hosts.map((host) => [host, new Set<Resource>()]));
  for (let isNew = true; isNew; ) {
    isNew = false;
    const exported = findExports(hosts);
    if (exported.size === 0) return;
    for (const [host, known] of taken) {
      const { compilation } = host;
      const collectors = compilation.collectors.filter(({ findsExports }) => findsExports);
      const found = collectors.flatMap(({ type, query }) =>
        (exported.get(type) ?? []).filter((one) => matchesQuery(query, one, look)),
      );
      for (const resource of new Set(found)) {
        if (known.has(resource) || compilation.owns(resource)) continue;
        known.add(resource);
        isNew = true;
        declareOn(host, resource);
      }
      host.declarePending();
    }
  }
}

function refuseExportedClasses(hosts: readonly HostCompilation[]): void {
  for (const { compilation } of hosts) {
    for (const resource of compilation.resources) {
      if (resource.type !== 'class' || !resource.isExported) continue;
      compilation.report(
        problem('export.class', `${resource} cannot be exported: only resources can`, {
          location: resource.locationOf('exported'),
        }),
      );
    }
  }
}

/** Returns the exported resources of all hosts by type, in the order of hosts and declarations. */
function findExports(hosts: readonly HostCompilation[]): Map<string, Resource[]> {
  const exported = new Map<string, Resource[]>();
  for (const { compilation, failure } of hosts) {
    if (failure !== undefined) continue;
    for (const resource of compilation.resources) {
      if (!resource.isExported || resource.type === 'class') continue;
      const known = exported.get(resource.type);
      if (known === undefined) exported.set(resource.type, [resource]);
      else known.push(resource);
    }
  }
  return exported;
}

function declareOn(host: HostCompilation, resource: Resource): void {
  const { exported: _, virtual: __, ...given } = resource.given;
  const type = resource.constructor as Declare;
  try {
    host.compilation.collectedExports.add(new type(host.site, resource.title, given, resource.position));
  } catch (error) {
    host.fail(error);
  }
}
