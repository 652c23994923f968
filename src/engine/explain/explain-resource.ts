import { addCatalogSecrets } from '../../catalog/add-catalog-secrets.js';
import type { Catalog, CatalogResource } from '../../catalog/catalog.js';
import type { Provenance } from '../../catalog/provenance.js';
import type { SourceLocation } from '../../errors/source-location.js';
import { Redactor } from '../../secrets/redactor.js';
import { buildGraph } from '../graph/build-graph.js';
import { countReachable, type DependencyPath, findDependencyPaths } from './dependency-paths.js';
import { type ExplainedValue, explainValues } from './explain-values.js';

/** A resource of the catalog with its source location. */
interface Declared {
  readonly reference: string;
  readonly location: SourceLocation | undefined;
}

/** The provenance of a resource and its position in the order. Plain data, with secrets redacted. */
export interface ResourceExplanation extends Declared {
  /** What declared it, what declared that, and so on up to the manifest's own scope (exclusive). */
  readonly declaredBy: readonly Declared[];
  readonly realizedBy: Provenance['realizedBy'];
  /** The containers that it is part of. */
  readonly containedIn: readonly string[];
  /** The number of resources directly in a class or defined type; undefined for a native resource. */
  readonly contains: number | undefined;
  readonly values: readonly ExplainedValue[];
  /** The resources right before it. */
  readonly before: readonly DependencyPath[];
  /** The resources right after it. */
  readonly after: readonly DependencyPath[];
  /** The resources whose change refreshes it. */
  readonly refreshedBy: readonly DependencyPath[];
  /** The resources that a change of it refreshes. */
  readonly refreshes: readonly DependencyPath[];
  /** The number of all resources before and after it. */
  readonly inAll: { readonly before: number; readonly after: number };
}

/**
 * Explains one resource of a catalog.
 * @throws {GlanceApplyError} `graph.cycle`, if the relations of the catalog form a cycle.
 */
export function explainResource(catalog: Catalog, resource: CatalogResource): ResourceExplanation {
  const graph = buildGraph(catalog);
  const redactor = addCatalogSecrets(new Redactor(), catalog.resources);
  const containers = resource.containers.flatMap((index) => catalog.resources[index] ?? []);
  const contained = catalog.resources.filter((one) => one.containers.includes(resource.index));
  return {
    reference: resource.reference,
    location: resource.location,
    declaredBy: findDeclarers(catalog, resource),
    realizedBy: resource.provenance.realizedBy,
    containedIn: containers.filter((one) => !isSite(one)).map(({ reference }) => reference),
    contains: resource.definition === undefined ? contained.length : undefined,
    values: explainValues(catalog, resource, redactor),
    before: findDependencyPaths(graph, resource, 'before', false),
    after: findDependencyPaths(graph, resource, 'after', false),
    refreshedBy: findDependencyPaths(graph, resource, 'before', true),
    refreshes: findDependencyPaths(graph, resource, 'after', true),
    inAll: {
      before: countReachable(graph, resource, 'before'),
      after: countReachable(graph, resource, 'after'),
    },
  };
}

function findDeclarers(catalog: Catalog, resource: CatalogResource): Declared[] {
  const { declaredBy } = resource.provenance;
  const owner = declaredBy && catalog.find(declaredBy.type, declaredBy.title);
  if (owner === undefined || isSite(owner)) return [];
  return [{ reference: owner.reference, location: owner.location }, ...findDeclarers(catalog, owner)];
}

/** Whether a resource is the manifest's own scope. */
function isSite({ type, title }: CatalogResource): boolean {
  return type === 'class' && title === 'main';
}
