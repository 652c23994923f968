import type { Facts } from '../data/facts.js';
import type { Release } from '../data/releases.js';
import type { Diagnostic } from '../errors/diagnostic.js';
import type { NativeTypeDefinition } from './native-type-definition.js';
import type { Relation } from './relation.js';
import type { ResourceView } from './resource-view.js';

/** A resource of a compiled catalog. */
export interface CatalogResource extends ResourceView {
  /** The definition of a native type; undefined for classes and defined types. */
  readonly definition: NativeTypeDefinition | undefined;
}

/** The compiled manifest of one host: resources, their containers and their order. Immutable. */
export interface Catalog {
  readonly resources: readonly CatalogResource[];
  readonly relations: readonly Relation<number>[];
  readonly facts: Facts;
  readonly release: Release;
  readonly warnings: readonly Diagnostic[];
  /** Finds a resource by type and title, alias or namevar: titles take precedence. */
  find(type: string, title: string): CatalogResource | undefined;
}
