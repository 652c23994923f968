import { isDeepStrictEqual } from 'node:util';
import type { Place } from '../errors/place.js';
import { revealAll } from '../secrets/secret.js';
import type { Container } from './container.js';
import { relationships } from './metaparameters.js';
import type { Position } from './position.js';
import { Reference } from './reference.js';

const brand = Symbol.for('glance-apply.resource');

/** Anything that a manifest declares: a native resource, a class, an instance of a defined type. */
export abstract class Resource {
  readonly [brand] = true;

  protected constructor(
    /** What it was declared in; undefined for the manifest's own scope alone. */
    readonly parent: Container | undefined,
    /** In lower case; `class` for classes. */
    readonly type: string,
    readonly title: string,
    /** The attributes as they were written, metaparameters among them. */
    readonly given: Readonly<Record<string, unknown>>,
    readonly position: Position,
  ) {}

  /** The resource's name for relationships in data: `Service[glance-api]`. */
  get reference(): Reference {
    return new Reference(this.type, this.title);
  }

  /** Where it was declared; what a library class declares stands where the class was declared. */
  get place(): Place | undefined {
    return this.position.place ?? this.parent?.place;
  }

  /** Where one of its attributes was given, as far as that is known. */
  placeOf(attribute: string): Place | undefined {
    return this.position.placeOf(attribute) ?? this.place;
  }

  /** Whether its attributes are these, as far as these go; what is undefined was not given. */
  says(attributes: Readonly<Record<string, unknown>>): boolean {
    return Object.entries(attributes).every(
      ([name, value]) =>
        name in relationships || isDeepStrictEqual(revealAll(this.given[name]), revealAll(value)),
    );
  }

  toString(): string {
    return this.reference.toString();
  }

  static is(value: unknown): value is Resource {
    return typeof value === 'object' && value !== null && brand in value;
  }
}
