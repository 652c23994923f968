import { expect } from 'chai';
import { applyMutant } from '../../../scripts/mutants/mutant.js';
import { mutate } from '../../../scripts/mutants/mutate.js';
import { parse } from '../../../scripts/mutants/parse.js';

/** What the text can become, with the name of the mutation. */
function mutantsOf(text: string): [string, string][] {
  const tree = parse(new Map([['one.ts', text]])).get('one.ts');
  if (tree === undefined) throw new Error('no tree');
  return mutate('one.ts', tree).map((mutant) => [mutant.mutation, applyMutant(text, mutant)]);
}

const become = (text: string, mutation: string) =>
  mutantsOf(text).flatMap(([name, result]) => (name === mutation ? [result] : []));

describe('a mutant', () => {
  const cases: readonly [mutation: string, text: string, ...results: string[]][] = [
    ['condition negated', 'if (a) b();', 'if (!(a)) b();'],
    ['condition negated', 'while (!a) b();', 'while (a) b();'],
    ['condition negated', 'x = a ? b : c;', 'x = !(a) ? b : c;'],
    ['boundary moved', 'x = a < b;', 'x = a <= b;'],
    ['boundary moved', 'x = a >= b;', 'x = a > b;'],
    ['operator swapped', 'x = a === b;', 'x = a !== b;'],
    ['operator swapped', 'x = a && b;', 'x = a || b;'],
    ['operator swapped', 'x = a ?? b;', 'x = a && b;'],
    ['operand dropped', 'open(O_RDONLY | O_NOFOLLOW);', 'open(O_RDONLY);'],
    ['statement removed', 'await file.sync();', ';'],
    ['statement removed', 'x += 1;', ';'],
    ['block emptied', 'try { a(); } finally { b(); }', 'try {} finally { b(); }', 'try { a(); } finally {}'],
    ['result replaced', 'const f = () => [a];', 'const f = () => [];'],
    ['result replaced', 'const f = () => a < b;', 'const f = () => true;', 'const f = () => false;'],
    ['result replaced', 'function f() { return g(); }', 'function f() { return undefined; }'],
    ['await removed', 'x = await y();', 'x = y();'],
    ['string emptied', "x = 'a';", "x = '';"],
    ['constant flipped', 'x = true;', 'x = false;'],
    ['ordering removed', 'x = a.map(b).sort(c);', 'x = a.map(b);'],
    ['optional chain made certain', 'x = a?.b;', 'x = a!.b;'],
  ];
  for (const [mutation, text, ...results] of cases) {
    it(`with its ${mutation}: ${text}`, () => {
      expect(become(text, mutation)).to.deep.equal(results);
    });
  }

  it('leaves types, imports and names of properties alone', () => {
    const text =
      "import a from 'a';\nexport * from 'b';\ntype T = 'c' | { d: 'e' };\nx = { 'f-g': 1 as 'h' };";
    expect(become(text, 'string emptied')).to.deep.equal([]);
    expect(become(text, 'operand dropped')).to.deep.equal([]);
  });

  it('knows its line, the line that runs if it does, and how both versions read', () => {
    const text = 'function f() {\n  one();\n}\nif (\n  a &&\n  b\n)\n  c();\n';
    const tree = parse(new Map([['one.ts', text]])).get('one.ts');
    if (tree === undefined) throw new Error('no tree');
    const [emptied, , negated, swapped] = mutate('one.ts', tree);
    expect(emptied).to.include({
      line: 1,
      runsAt: 2,
      before: 'function f() { one(); }',
      after: 'function f() {}',
    });
    expect(negated).to.include({ line: 5, before: 'a && b', after: '!(a && b)' });
    expect(swapped).to.include({ line: 5, before: 'a &&', after: 'a ||' });
  });
});
