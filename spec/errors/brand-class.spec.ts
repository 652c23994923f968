import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { listFiles } from '../../scripts/list-files.js';
import { brandClass, findCreatingCopy } from '../../src/errors/brand-class.js';
import { thisCopy } from '../../src/errors/this-copy.js';

/** What another copy of the library makes of the same class. */
function copy() {
  class Thing {
    readonly name = 'thing';

    static {
      brandClass(Thing, 'spec-thing');
    }
  }
  return Thing;
}

describe('a class whose objects are known in all copies of the library', () => {
  const Ours = copy();
  const Theirs = copy();

  it('takes objects of another copy for its own, and nothing else', () => {
    expect(new Theirs()).to.be.an.instanceOf(Ours);
    for (const other of [{}, null, undefined, 'thing', class {}])
      expect(other instanceof Ours).to.equal(false);
  });

  it('does not lend that to a class that extends it', () => {
    class Special extends Ours {}
    expect(new Special()).to.be.an.instanceOf(Ours).and.to.be.an.instanceOf(Special);
    expect(new Ours() instanceof Special).to.equal(false);
  });

  it('says which copy an object is of', () => {
    expect(findCreatingCopy(new Ours())).to.equal(thisCopy);
    expect(findCreatingCopy({})).to.equal(undefined);
  });
});

describe('the sources', () => {
  it('ask for no class by instanceof that other copies would not know', () => {
    const root = fileURLToPath(new URL('../../', import.meta.url));
    const files = listFiles(root, 'src').filter((file) => file.endsWith('.ts'));
    const texts = files.map((file) => readFileSync(root + file, 'utf8'));
    // Objects of these rooms travel between copies: what catalogs, errors and providers are made of.
    const travelling = new Set<string>();
    files.forEach((file, at) => {
      if (!/^src\/(?:catalog|engine|errors|secrets|testing\/matching)\/|^src\/hosts\/host-error/.test(file))
        return;
      const text = texts[at] ?? '';
      if (text.includes('    brandClass(')) return;
      for (const [, name = ''] of text.matchAll(/^export (?:abstract )?class (\w+)/gm)) travelling.add(name);
    });
    const asked = texts.flatMap((text) =>
      [...text.matchAll(/\binstanceof (\w+)/g)].map(([, name = '']) => name),
    );
    expect(asked.filter((name) => travelling.has(name))).to.deep.equal([]);
  });
});
