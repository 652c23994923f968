import { isDeepStrictEqual } from 'node:util';
import { brandClass, findCreatingCopy } from '../errors/brand-class.js';
import { raise } from '../errors/glance-apply-error.js';
import type { SourceLocation } from '../errors/source-location.js';
import { type LibraryCopy, thisCopy } from '../errors/this-copy.js';
import { revealAll } from '../secrets/secret.js';
import { relationships } from './metaparameter-table.js';
import type { Position } from './position.js';
import { Reference } from './reference.js';

/** Anything that a manifest declares: a native resource, a class, an instance of a defined type. */
export abstract class Resource {
  static {
    brandClass(Resource, 'resource');
  }

  protected constructor(
    /** The resource that declares it; undefined only for the manifest's own scope. */
    readonly parent: Resource | undefined,
    /** In lower case; `class` for classes. */
    readonly type: string,
    readonly title: string,
    /** The attributes as they were written, including metaparameters. */
    readonly given: Readonly<Record<string, unknown>>,
    readonly position: Position,
  ) {
    if (parent !== undefined) refuseOtherVersion(this, parent);
  }

  /** The name of the resource for relationships in data: `Service[glance-api]`. */
  get reference(): Reference {
    return new Reference(this.type, this.title);
  }

  /** Whether it is part of the catalog only if it is realized. */
  get isVirtual(): boolean {
    return isTrue(this.given.virtual) || this.isExported;
  }

  /** Whether it can be collected on other hosts. */
  get isExported(): boolean {
    return isTrue(this.given.exported);
  }

  /** Where it was declared; resources of a library class have the location at which the class was declared. */
  get location(): SourceLocation | undefined {
    return this.position.location ?? this.parent?.location;
  }

  /** Returns where one of its attributes was given, as far as that is known. */
  locationOf(attribute: string): SourceLocation | undefined {
    return this.position.locationOf(attribute) ?? this.location;
  }

  /** Returns whether it has these attributes with these values; undefined counts as not given. */
  hasAttributes(attributes: Readonly<Record<string, unknown>>): boolean {
    return Object.entries(attributes).every(
      ([name, value]) =>
        name in relationships || isDeepStrictEqual(revealAll(this.given[name]), revealAll(value)),
    );
  }

  toString(): string {
    return this.reference.toString();
  }

  static is(value: unknown): value is Resource {
    return value instanceof Resource;
  }
}

/** The string 'true' of data files is accepted. */
function isTrue(value: unknown): boolean {
  return value === true || value === 'true';
}

/**
 * Refuses to mix versions. Copies of one version consist of the same code and are compatible; copies of two versions
 * may not be.
 */
function refuseOtherVersion(resource: Resource, scope: Resource): void {
  const compiling = findCreatingCopy(scope);
  if (compiling === thisCopy || compiling?.version === thisCopy.version) return;
  const inWords = ({ version, folder }: LibraryCopy) => `glance-apply ${version} (${folder})`;
  raise(
    'library.copies',
    `${resource} is of ${inWords(thisCopy)}, and is declared in a manifest that ${
      compiling === undefined ? 'another version of glance-apply' : inWords(compiling)
    } compiles`,
    {
      location: resource.location,
      hint: 'have one copy of glance-apply: a package that others use names it among its peerDependencies',
    },
  );
}
