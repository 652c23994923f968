import type { Catalog } from '../catalog/catalog.js';
import type { RelationOrigin } from '../catalog/relation.js';
import type { Diagnostic } from '../errors/diagnostic.js';
import type { GlanceApplyError } from '../errors/glance-apply-error.js';
import type { SourceLocation } from '../errors/source-location.js';
import type { FleetInventory } from './fleet-host.js';

/** A resource of one host of a fleet. */
export interface FleetNode {
  readonly host: string;
  /** `Service[mysql]`; for a collector on a host without a catalog, the collector. */
  readonly reference: string;
  /** Its index in the catalog of its host; undefined if the host has no catalog. */
  readonly index: number | undefined;
}

/** A relation between resources of two hosts: `source` is applied before `target`. */
export interface FleetEdge {
  readonly source: FleetNode;
  readonly target: FleetNode;
  /** Whether a change of the source refreshes the target. */
  readonly refresh: boolean;
  readonly origin: RelationOrigin;
  readonly location: SourceLocation | undefined;
}

/** The compiled manifest of several hosts: one catalog per host, and the relations between them. Immutable. */
export interface FleetCatalog {
  readonly inventory: FleetInventory;
  /** By host, in the order of the inventory. */
  readonly catalogs: ReadonlyMap<string, Catalog>;
  readonly edges: readonly FleetEdge[];
  /** The errors of hosts that could not be compiled; the others have catalogs nevertheless. */
  readonly failures: ReadonlyMap<string, GlanceApplyError>;
  /** The hosts that were left out of the compilation. */
  readonly omitted: ReadonlySet<string>;
  /** Warnings about the fleet as a whole; each catalog has its own, too. */
  readonly warnings: readonly Diagnostic[];
}
