import type { PuppetCatalog } from '../../src/catalog/puppet-format/index.js';
import { ComparableCatalog } from './comparable-catalog.js';

type Comparable = Pick<PuppetCatalog, 'resources' | 'edges'>;

/**
 * How a catalog differs from the one that Puppet compiled, one line a difference: native resources, their
 * attributes, which of them come before which, and which refresh which.
 */
export function differences(expected: Comparable, actual: Comparable): string[] {
  const want = new ComparableCatalog(expected);
  const have = new ComparableCatalog(actual);
  const missing = [...want.native.keys()].filter((name) => !have.native.has(name));
  const extra = [...have.native.keys()].filter((name) => !want.native.has(name));
  const both = [...want.native.keys()].filter((name) => have.native.has(name));
  return [
    ...missing.map((name) => `missing  ${name}`),
    ...extra.map((name) => `extra    ${name}`),
    ...both.flatMap((name) => attributes(name, want, have)),
    ...both.flatMap((name) => relations(name, want, have)),
  ];
}

function attributes(name: string, want: ComparableCatalog, have: ComparableCatalog): string[] {
  const [expected, actual] = [want.parameters(name), have.parameters(name)];
  return [...new Set([...expected.keys(), ...actual.keys()])]
    .filter((key) => expected.get(key) !== actual.get(key))
    .map((key) => `differs  ${name} ${key}: expected ${expected.get(key)}, found ${actual.get(key)}`);
}

function relations(name: string, want: ComparableCatalog, have: ComparableCatalog): string[] {
  const lines: string[] = [];
  for (const kind of ['order', 'refresh'] as const) {
    const expected = want.after(want[kind], name);
    const actual = have.after(have[kind], name);
    for (const other of expected) {
      if (have.native.has(other) && !actual.has(other)) lines.push(`${kind}  ${name} -> ${other} is lost`);
    }
    if (kind === 'order') continue;
    for (const other of actual) {
      if (want.native.has(other) && !expected.has(other)) lines.push(`refresh  ${name} -> ${other} is new`);
    }
  }
  return lines;
}
