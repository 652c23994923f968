import type { Collector } from './collector.js';
import type { Relationship } from './metaparameter-table.js';
import type { RemoteEnd } from './remote-target.js';
import type { Resource } from './resource.js';

/** A relation with what is declared on another host. It can be resolved when all hosts are compiled. */
export interface RemoteRelation {
  /** The resource that declares the relation. */
  readonly owner: Resource;
  readonly relationship: Relationship;
  /** An object of another compilation stands for itself: its host is the one that it was declared on. */
  readonly target: RemoteEnd | Resource | Collector;
}
