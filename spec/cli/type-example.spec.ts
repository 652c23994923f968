import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { toTypeName } from '../../src/cli/to-typescript-name.js';
import { findExample, readTypeExample } from '../../src/cli/type-example.js';
import { vocabulary } from '../../src/index.js';

describe('the example of a type', () => {
  it('is the code of the tag, up to the next tag, without comment markers', () => {
    const source = `
/** @example
 * new Other(site, 'x');
 */
class Other {}

/**
 * A thing.
 * @example
 * new Thing(site, 'x', {
 *   of: '* / @example',
 * });
 * @see Other
 */
export class Thing extends nativeType('thing', {}) {}
`;
    expect(findExample(source, 'Thing')).to.equal("new Thing(site, 'x', {\n  of: '* / @example',\n});");
  });

  it('is undefined if the class has none, even if a class before it has one', () => {
    const source =
      "/**\n * @example\n * new A(site, 'x');\n */\nclass A {}\n\nclass B {}\n\n/** C. */\nclass C {}\n";
    for (const name of ['B', 'C', 'D']) expect(findExample(source, name)).to.equal(undefined);
  });

  it('is the same in the published declarations', async () => {
    const declarations = readFileSync(new URL('../../dist/types/index.d.ts', import.meta.url), 'utf8');
    for (const name of vocabulary.types.keys()) {
      const className = toTypeName(name);
      expect(findExample(declarations, className), name).to.equal(await readTypeExample(name, className));
    }
  });
});
