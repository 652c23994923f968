import type { CatalogResource } from '../../catalog/catalog.js';
import { explainValues } from '../../engine/explain/explain-values.js';
import type { Graph } from '../../engine/graph/graph.js';
import type { SourceLocation } from '../../errors/source-location.js';
import type { Redactor } from '../../secrets/redactor.js';
import { printableLine } from '../escape-control-characters.js';
import { formatRelativeLocation } from '../format-location.js';
import { formatValue } from '../format-value.js';

/** The length in characters to which values are truncated, because the page is an overview. */
const LONGEST_VALUE = 400;

/** The data of the script of the page. Names are short because large catalogs repeat them often. */
export interface PageData {
  readonly resources: readonly {
    readonly reference: string;
    readonly location: string;
    readonly declaredBy: number;
    readonly containers: readonly number[];
    /** Name, value, and source. */
    readonly values: readonly (readonly [string, string, string])[];
    /** The nodes of its beginning and its end. */
    readonly nodes: readonly [number, number];
    readonly transparent: boolean;
  }[];
  /** Source, target, whether a change refreshes, origin. */
  readonly edges: readonly (readonly [number, number, 0 | 1, string])[];
}

/** Builds the data of a page. Secrets are redacted and control characters are escaped. */
export function buildPageData(graph: Graph, redactor: Redactor, directory: string): PageData {
  const { catalog } = graph;
  const at = (location: SourceLocation | undefined) =>
    location === undefined ? '' : formatRelativeLocation(location, directory);
  const valuesOf = (resource: CatalogResource) =>
    explainValues(catalog, resource, redactor).map(({ name, value, source, passedOn }) => {
      const { kind, location, by } = passedOn?.source ?? source;
      const through = passedOn && `the parameter ${passedOn.parameter} of ${passedOn.of}`;
      const from = [through, kind, by, at(location)].filter((text) => text !== undefined && text !== '');
      return [
        name,
        formatValue(value, LONGEST_VALUE),
        redactor.text(printableLine(from.join(', '))),
      ] as const;
    });
  return {
    resources: catalog.resources.map((resource) => {
      const { declaredBy } = resource.provenance;
      const owner = declaredBy && catalog.find(declaredBy.type, declaredBy.title);
      const nodes = [graph.first(resource.index), graph.last(resource.index)] as const;
      return {
        reference: redactor.text(printableLine(resource.reference)),
        location: at(resource.location),
        declaredBy: owner?.index ?? -1,
        containers: resource.containers,
        values: valuesOf(resource),
        nodes,
        transparent: graph.isTransparent(nodes[0]),
      };
    }),
    edges: graph.edges.map(({ source, target, refresh, origin, relation }) => {
      const where = at(catalog.relations[relation]?.location);
      return [source, target, refresh ? 1 : 0, where === '' ? origin : `${origin}, ${where}`];
    }),
  };
}
