import type { Release } from '../data/releases.js';
import type { AttributeTable } from './attribute.js';
import type { Position } from './position.js';

/** Options of a class or a defined type. */
export interface ContainerOptions {
  /** What it is for, in one or two sentences. */
  readonly doc: string;
  /** The first release that has it. @default all of them */
  readonly since?: Release;
  /** The last release that has it. @default all of them */
  readonly until?: Release;
  /**
   * What to declare instead in releases that no longer have the class; the class is then left out with a warning.
   * Without this option, declaring it in these releases is an error.
   */
  readonly replacedBy?: string;
}

/** The definition of a class or a defined type. */
export interface ContainerDefinition<A extends AttributeTable = AttributeTable> extends ContainerOptions {
  /** The name as Puppet spells it: `glance::backend::rbd`. */
  readonly name: string;
  readonly attributes: A;
  /** Where the class or type itself is defined; without a location for those of the library. */
  readonly defined: Position;
}
