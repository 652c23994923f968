import { fileURLToPath } from 'node:url';
import type { Place } from '../errors/place.js';
import { thisCopy } from '../errors/this-copy.js';

/** Code of Node's own has no file: `node:internal/modules/esm/module_job`. */
const ofNode = /[( ]node:/;

const frame = /\(?((?:file:\/\/)?\/[^()]+?):(\d+):(\d+)\)?$/;

/** Whose call's place is captured: a constructor or a function. */
type Caller = (abstract new (...args: never[]) => unknown) | ((...args: never[]) => unknown);

/** The places of a resource's attributes, where they are known. */
export type AttributePlaces = Readonly<Record<string, Place>>;

/**
 * Where a resource was declared. The stack is captured when the resource is built, which is cheap, and parsed only when a
 * message needs the source location, which is expensive.
 */
export class Position {
  declare readonly stack?: string;
  #place: Place | undefined | null = null;
  readonly #attributes: AttributePlaces;

  /** Captures the place of the call to `caller`, usually a constructor; or takes a place that data gave. */
  constructor(caller: Caller | { readonly place: Place | undefined }, attributes: AttributePlaces = {}) {
    this.#attributes = attributes;
    if (typeof caller === 'function') Error.captureStackTrace(this, caller);
    else this.#place = caller.place;
  }

  /** The position of a resource that data declares: a node's YAML, a catalog in Puppet's format. */
  static at(place: Place | undefined, attributes?: AttributePlaces): Position {
    return new Position({ place }, attributes);
  }

  /** The place of an attribute's value, where data gave it. */
  placeOf(attribute: string): Place | undefined {
    return Object.hasOwn(this.#attributes, attribute) ? this.#attributes[attribute] : undefined;
  }

  /** The innermost place outside the library, or undefined where library code alone was at work. */
  get place(): Place | undefined {
    if (this.#place === null) this.#place = firstUserFrame(this.stack ?? '');
    return this.#place;
  }
}

const nowhere = Position.at(undefined);

/** True of a scope while the body of a class or defined type of the library is declaring its content. */
export const declaresForLibrary: unique symbol = Symbol.for('glance-apply.declares-for-library');

/**
 * The position of what is declared in a scope. What the body of a library's class declares has no place of its own,
 * and stacks are most of what a large catalog costs: none is captured there.
 */
export function positionIn(scope: object, caller: Caller): Position {
  return declaresForLibrary in scope && scope[declaresForLibrary] === true ? nowhere : new Position(caller);
}

/** Frames of the library's code are never a user's place, be it this copy or one that a package brings along. */
function isOfLibrary(file: string): boolean {
  return file.startsWith(thisCopy.folder) || file.includes('/node_modules/glance-apply/');
}

/** The innermost place in a stack that is outside of the library and of Node. */
export function firstUserFrame(stack: string): Place | undefined {
  for (const line of stack.split('\n')) {
    // What awaited the compilation did not declare the resource.
    if (line.includes('at async ') || ofNode.test(line)) continue;
    const match = frame.exec(line);
    if (match === null) continue;
    const [, location = '', row = '', column = ''] = match;
    const file = location.startsWith('file://') ? fileURLToPath(location) : location;
    if (isOfLibrary(file)) continue;
    return { file, line: Number(row), column: Number(column) };
  }
  return undefined;
}
