import { expect } from 'chai';
import type { Scope } from '../../src/catalog/index.js';
import {
  boolean,
  classType,
  definedType,
  hashOf,
  nativeType,
  oneOf,
  parameter,
  property,
  secretString,
  string,
  title,
} from '../../src/catalog/index.js';
import { provide } from '../../src/engine/provider.js';

/** A native type that can be refreshed, for specs of the assertions alone. */
export class Thing extends nativeType(
  'thing',
  {
    name: title('What it is called.'),
    ensure: property(oneOf('present', 'absent'), 'Whether it exists.', { default: 'present' }),
    value: property(string, 'What it holds.'),
    flag: property(boolean, 'Whether it flies.'),
    labels: property(hashOf(string), 'What is written on it.'),
    password: property(secretString, 'What must not be seen.'),
  },
  { doc: 'A thing.' },
) {}

provide(Thing, {
  read: async () => new Map(),
  change: async () => {},
  refresh: async () => {},
});

/** A defined type that declares a thing of its title. */
export class Wrapped extends definedType(
  'site::wrapped',
  { value: parameter(string, 'What the thing holds.') },
  { doc: 'A wrapped thing.' },
) {
  override declare(): void {
    new Thing(this, `in ${this.title}`, { value: this.parameters.value });
  }
}

/** A class with two things, the second after the first. */
export class Pair extends classType(
  'site::pair',
  { value: parameter(string, 'What both hold.', { default: 'of the class' }) },
  { doc: 'Two things.' },
) {
  override declare(): void {
    const first = new Thing(this, 'first', { value: this.parameters.value });
    new Thing(this, 'second', { value: this.parameters.value, subscribe: first });
  }
}

/** The message of an assertion that must not hold. */
export function failureOf(assertion: () => unknown): string {
  try {
    assertion();
  } catch (error) {
    expect(error).to.be.an.instanceOf(Error).with.property('name', 'AssertionError');
    return (error as Error).message;
  }
  throw new Error('the assertion holds');
}

/** The body of a manifest of things by name. */
export function things(...names: readonly string[]): (site: Scope) => void {
  return (site) => {
    for (const name of names) new Thing(site, name, { value: `of ${name}` });
  };
}
