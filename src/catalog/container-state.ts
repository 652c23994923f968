import type { SourceLocation } from '../errors/source-location.js';
import type { Collector } from './collector.js';
import type { ContainerDefinition } from './container-definition.js';
import type { Resource } from './resource.js';

/** A resource that declares others. */
export interface DeclaringResource extends Resource {
  /** Declares its content. */
  declare(): unknown;
}

/** What the compiler knows about a class, an instance of a defined type, or the manifest's own scope. */
export class ContainerState {
  /** Whether its content has been declared. */
  phase: 'waiting' | 'declaring' | 'declared' = 'waiting';
  /** Its parameters: given, from data or by default, with the changes of collectors. */
  parameters: Readonly<Record<string, unknown>> = {};
  /** The classes that name it in `contain`, in addition to the resource that declared it. */
  readonly containers = new Set<Resource>();
  /** Source locations of parameters that were not given in the declaration but in data or by a collector. */
  readonly locationsElsewhere = new Map<string, SourceLocation>();
  /** Collectors whose overrides were applied before its content was declared. */
  readonly appliedCollectors = new Set<Collector>();
  /** Parameters with a warning that does not depend on their value, such as deprecated ones. */
  readonly warnedParameters = new Set<string>();

  constructor(
    readonly container: DeclaringResource,
    /** Undefined for the manifest's own scope, and for containers in a catalog in Puppet's format. */
    readonly definition: ContainerDefinition | undefined,
  ) {}

  /** Whether the body of a class or defined type of the library is declaring its content. */
  get declaresForLibrary(): boolean {
    const { definition, container } = this;
    return this.phase === 'declaring' && (definition?.defined ?? container.position).location === undefined;
  }
}
