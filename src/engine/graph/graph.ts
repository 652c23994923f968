import type { Catalog, CatalogResource } from '../../catalog/catalog.js';
import type { Adjacency, Edge } from './edges.js';

/**
 * The order of a catalog. A native resource is one node; a container is two, where it begins and where it ends,
 * so that an edge to a class reaches all that it contains without an edge for each.
 */
export interface Graph {
  readonly catalog: Catalog;
  /** How many nodes there are. */
  readonly size: number;
  /** The resource of a node. */
  resource(node: number): CatalogResource;
  /** The node where a resource begins, by its index in the catalog. */
  first(index: number): number;
  /** The node where a resource ends; of a native resource the same. */
  last(index: number): number;
  /** Nodes that only order others and pass refreshes on: ends of containers, anchors, milestones. */
  isTransparent(node: number): boolean;
  /** Nodes that stand for no resource: many wait for many others through one of them. */
  isMilestone(node: number): boolean;
  readonly successors: Adjacency;
  /** Every edge, for messages and pictures. */
  readonly edges: readonly Edge[];
}
