import { fileURLToPath } from 'node:url';
import type { SourceLocation } from '../errors/source-location.js';
import { thisCopy } from '../errors/this-copy.js';

/** Node's own code has no file: `node:internal/modules/esm/module_job`. */
const ofNode = /[( ]node:/;

const frame = /\(?((?:file:\/\/)?\/[^()]+?):(\d+):(\d+)\)?$/;

/** The constructor or function whose call location is captured. */
type Caller = (abstract new (...args: never[]) => unknown) | ((...args: never[]) => unknown);

/** The source locations of a resource's attributes, as far as they are known. */
export type AttributeLocations = Readonly<Record<string, SourceLocation>>;

/** One object for all: there is a position per resource. */
const none: AttributeLocations = Object.freeze({});

/**
 * Where a resource was declared. The stack is captured when the resource is built, which is fast, and parsed only when
 * a message needs the source location, which is expensive.
 */
export class Position {
  declare readonly stack?: string;
  #location: SourceLocation | undefined | null = null;
  readonly #attributes: AttributeLocations;

  /** Captures the location of the call to `caller`, usually a constructor, or uses a location in data. */
  constructor(
    caller: Caller | { readonly location: SourceLocation | undefined },
    attributes: AttributeLocations = none,
  ) {
    this.#attributes = attributes;
    if (typeof caller === 'function') Error.captureStackTrace(this, caller);
    else this.#location = caller.location;
  }

  /** Returns the position of a resource that is declared by data: YAML of a node, a catalog in Puppet's format. */
  static at(location: SourceLocation | undefined, attributes?: AttributeLocations): Position {
    return new Position({ location }, attributes);
  }

  /** Returns the source location of an attribute's value, if data set it. */
  locationOf(attribute: string): SourceLocation | undefined {
    return Object.hasOwn(this.#attributes, attribute) ? this.#attributes[attribute] : undefined;
  }

  /** The innermost location outside the library; undefined if only library code was running. */
  get location(): SourceLocation | undefined {
    if (this.#location === null) this.#location = firstUserFrame(this.stack ?? '');
    return this.#location;
  }
}

const nowhere = Position.at(undefined);

/** True for a scope while the body of a class or defined type of the library is declaring its content. */
export const declaresForLibrary: unique symbol = Symbol.for('glance-apply.declares-for-library');

/**
 * Returns the position of a resource that is declared in a scope. What the body of a library class declares has no
 * location of its own, and stacks are most of the cost of a large catalog: none is captured there.
 */
export function positionIn(scope: object, caller: Caller): Position {
  return declaresForLibrary in scope && scope[declaresForLibrary] === true ? nowhere : new Position(caller);
}

/**
 * Returns whether a stack frame is in the library, whether in this copy or in one that a package includes: it is never
 * the user's location.
 */
function isOfLibrary(file: string): boolean {
  return file.startsWith(thisCopy.folder) || file.includes('/node_modules/glance-apply/');
}

/** Returns the innermost location in a stack that is outside the library and Node. */
export function firstUserFrame(stack: string): SourceLocation | undefined {
  for (const line of stack.split('\n')) {
    // The caller that awaited the compilation did not declare the resource.
    if (line.includes('at async ') || ofNode.test(line)) continue;
    const match = frame.exec(line);
    if (match === null) continue;
    const [, address = '', row = '', column = ''] = match;
    const file = address.startsWith('file://') ? fileURLToPath(address) : address;
    if (isOfLibrary(file)) continue;
    return { file, line: Number(row), column: Number(column) };
  }
  return undefined;
}
