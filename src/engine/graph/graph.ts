import type { Catalog, CatalogResource } from '../../catalog/catalog.js';
import type { Adjacency, Edge } from './edges.js';

/**
 * The order of a catalog. A native resource has one node; a container has two, its begin and its end, so that one
 * edge to a class reaches all of its contents.
 */
export interface Graph {
  readonly catalog: Catalog;
  /** The number of nodes. */
  readonly size: number;
  /** Returns the resource of a node. */
  resource(node: number): CatalogResource;
  /** Returns the node at which a resource begins, by its index in the catalog. */
  first(index: number): number;
  /** Returns the node at which a resource ends; for a native resource, the same node. */
  last(index: number): number;
  /** Whether a node only orders others and propagates refreshes: begins and ends of containers, anchors, junctions. */
  isTransparent(node: number): boolean;
  /** Whether a node has no resource, and orders many nodes after many others with few edges. */
  isJunction(node: number): boolean;
  readonly successors: Adjacency;
  /** All edges, for messages and diagrams. */
  readonly edges: readonly Edge[];
}
