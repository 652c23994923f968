import { addCatalogSecrets } from '../../catalog/add-catalog-secrets.js';
import type { Catalog, CatalogResource } from '../../catalog/catalog.js';
import type { Provenance } from '../../catalog/provenance.js';
import type { Place } from '../../errors/place.js';
import { Redactor } from '../../secrets/redactor.js';
import { buildGraph } from '../graph/build-graph.js';
import { countReachable, type DependencyPath, findDependencyPaths } from './dependency-paths.js';
import { type ExplainedValue, explainedValues } from './explained-values.js';

/** Something of the catalog, and where it was declared. */
interface Declared {
  readonly reference: string;
  readonly place: Place | undefined;
}

/** Why a resource is as it is, and where it stands in the order. Plain data, secrets redacted. */
export interface ResourceExplanation extends Declared {
  /** What declared it, what declared that, and so on up to the manifest's own scope, which is left out. */
  readonly declaredBy: readonly Declared[];
  readonly realizedBy: Provenance['realizedBy'];
  /** What it begins after and ends before, as a part of it. */
  readonly containedIn: readonly string[];
  /** How many resources a class or defined type contains itself; undefined of a native resource. */
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
  /** How many come before and after it in all. */
  readonly inAll: { readonly before: number; readonly after: number };
}

/**
 * Explains one resource of a catalog.
 * @throws {GlanceApplyError} where the relations of the catalog close a cycle.
 */
export function explainResource(catalog: Catalog, resource: CatalogResource): ResourceExplanation {
  const graph = buildGraph(catalog);
  const redactor = addCatalogSecrets(new Redactor(), catalog.resources);
  const containers = resource.containers.flatMap((index) => catalog.resources[index] ?? []);
  const contained = catalog.resources.filter((one) => one.containers.includes(resource.index));
  return {
    reference: resource.reference,
    place: resource.place,
    declaredBy: declarers(catalog, resource),
    realizedBy: resource.provenance.realizedBy,
    containedIn: containers.filter((one) => !isSite(one)).map(({ reference }) => reference),
    contains: resource.definition === undefined ? contained.length : undefined,
    values: explainedValues(catalog, resource, redactor),
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

function declarers(catalog: Catalog, resource: CatalogResource): Declared[] {
  const { declaredBy } = resource.provenance;
  const owner = declaredBy && catalog.find(declaredBy.type, declaredBy.title);
  if (owner === undefined || isSite(owner)) return [];
  return [{ reference: owner.reference, place: owner.place }, ...declarers(catalog, owner)];
}

/** The manifest's own scope. */
function isSite({ type, title }: CatalogResource): boolean {
  return type === 'class' && title === 'main';
}
