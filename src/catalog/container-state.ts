import type { Place } from '../errors/place.js';
import type { Collector } from './collector.js';
import type { ContainerDefinition } from './container-definition.js';
import type { Resource } from './resource.js';

/** A resource that declares others. */
export interface DeclaringResource extends Resource {
  /** Declares what it contains. */
  declare(): unknown;
}

/** What the compiler knows of a class, of an instance of a defined type, or of the manifest's own scope. */
export class ContainerState {
  /** Whether its content is declared yet. */
  phase: 'waiting' | 'declaring' | 'declared' = 'waiting';
  /** Its parameters: given, from data or by default, with what collectors change in them. */
  parameters: Readonly<Record<string, unknown>> = {};
  /** What contains it, beside what declared it: classes that name it in `contain`. */
  readonly containers = new Set<Resource>();
  /** Places of parameters that were given elsewhere than in the declaration: in data, or by a collector. */
  readonly placesElsewhere = new Map<string, Place>();
  /** Collectors whose overrides its content was declared with. */
  readonly appliedCollectors = new Set<Collector>();
  /** Parameters with a warning about their name alone, such as deprecated ones. */
  readonly warnedParameters = new Set<string>();

  constructor(
    readonly container: DeclaringResource,
    /** Undefined for the manifest's own scope, and for what a catalog in Puppet's format contains. */
    readonly definition: ContainerDefinition | undefined,
  ) {}

  /** Whether the body of a class or defined type of the library is declaring its content. */
  get declaresForLibrary(): boolean {
    const { definition, container } = this;
    return this.phase === 'declaring' && (definition?.defined ?? container.position).place === undefined;
  }
}
