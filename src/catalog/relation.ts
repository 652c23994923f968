import type { SourceLocation } from '../errors/source-location.js';
import type { Relationship } from './metaparameter-table.js';
import type { Resource } from './resource.js';

/** How a relation was declared. */
export type RelationOrigin = Relationship | 'chain';

/** `source` is applied before `target`; if `refresh` is set, a change of the source refreshes the target. */
export interface Relation<R = Resource> {
  readonly source: R;
  readonly target: R;
  readonly refresh: boolean;
  readonly origin: RelationOrigin;
  readonly location: SourceLocation | undefined;
}
