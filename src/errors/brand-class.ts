import { type LibraryCopy, thisCopy } from './this-copy.js';

/** Under which name an object finds the copy of the library that made it. */
const copyKey = Symbol.for('glance-apply.copy');

/**
 * Makes `instanceof` hold for objects of any copy of the library: a package that a manifest uses may bring one of its
 * own, and classes of two copies are two. Called in a static block of each class whose objects leave the library.
 * @param name The same in all copies, and of no other class.
 */
export function brandClass(type: { readonly prototype: object }, name: string): void {
  const brand = Symbol.for(`glance-apply.${name}`);
  Object.defineProperties(type.prototype, { [brand]: { value: true }, [copyKey]: { value: thisCopy } });
  Object.defineProperty(type, Symbol.hasInstance, {
    value(this: unknown, value: unknown): boolean {
      // Classes that extend this one inherit the question, and have no brand.
      if (this !== type) return Function.prototype[Symbol.hasInstance].call(this, value);
      return typeof value === 'object' && value !== null && brand in value;
    },
  });
}

/** The copy of the library that made an object; undefined where it is of none that says so. */
export function findCreatingCopy(value: object): LibraryCopy | undefined {
  return copyKey in value ? (value[copyKey] as LibraryCopy) : undefined;
}
