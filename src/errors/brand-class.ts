import { type LibraryCopy, thisCopy } from './this-copy.js';

/** The property of an object that holds the copy of the library that created it. */
const copyKey = Symbol.for('glance-apply.copy');

/**
 * Makes `instanceof` work for objects of any copy of the library: a package that a manifest imports may depend on another
 * copy, whose classes are different objects. Called in a static block of each class whose instances leave the library.
 * @param name A name that is the same in all copies and unique among classes.
 */
export function brandClass(type: { readonly prototype: object }, name: string): void {
  const brand = Symbol.for(`glance-apply.${name}`);
  Object.defineProperties(type.prototype, { [brand]: { value: true }, [copyKey]: { value: thisCopy } });
  Object.defineProperty(type, Symbol.hasInstance, {
    value(this: unknown, value: unknown): boolean {
      // Subclasses inherit this method but do not have a brand of their own.
      if (this !== type) return Function.prototype[Symbol.hasInstance].call(this, value);
      return typeof value === 'object' && value !== null && brand in value;
    },
  });
}

/** Finds the copy of the library that created an object; undefined if the object is not branded. */
export function findCreatingCopy(value: object): LibraryCopy | undefined {
  return copyKey in value ? (value[copyKey] as LibraryCopy) : undefined;
}
