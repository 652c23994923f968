import { expect } from 'chai';
import { parseCondition } from '../../../src/resources/augeas/commands.js';
import { isConditionMet, parseConditionClause } from '../../../src/resources/augeas/condition.js';
import { parseStringArray } from '../../../src/resources/augeas/string-array.js';

describe('the condition of an augeas resource', () => {
  const ask = (onlyif: string, ...values: (string | undefined)[]) => {
    const question = parseCondition(onlyif, '');
    if (question === undefined) throw new Error('no question');
    const paths = values.map((_, index) => `/p/${index + 1}`);
    return isConditionMet(question, {
      paths,
      values: new Map(paths.map((path, index) => [path, values[index]])),
    });
  };

  const cases: [string, (string | undefined)[], boolean][] = [
    ['get /p == a', ['a'], true],
    ['get /p != a', ['a'], false],
    ['get /p == a', [], false],
    ['get /p == ""', ['a', 'b'], true],
    ['get /p =~ ^a.c$', ['abc'], true],
    ['get /p < 10', ['9'], true],
    ['get /p < 10', ['9a'], false],
    ['get /p >= 1.5', ['1.5'], true],
    ['match /p size == 2', ['a', 'b'], true],
    ['match /p size != 2', ['a', 'b'], false],
    ['match /p size > 2', ['a', 'b'], false],
    ['match /p size <= 2', ['a', 'b'], true],
    ['match /p include /p/2', ['a', 'b'], true],
    ['match /p not_include /p/2', ['a', 'b'], false],
    ['match /p == [\'/p/1\', "/p/2"]', ['a', 'b'], true],
    ["match /p != ['/p/1']", ['a', 'b'], true],
    ["values /p include 'a b'", ['a b'], true],
    ['values /p not_include c', ['a', undefined], true],
    ["values /p == ['a','b']", ['a', 'b'], true],
    ["values /p == ['b','a']", ['a', 'b'], false],
    ['values /p != []', [], false],
  ];
  for (const [onlyif, values, expected] of cases) {
    it(`${onlyif} of ${JSON.stringify(values)} is ${expected}`, () =>
      expect(ask(onlyif, ...values)).to.equal(expected));
  }

  it('is refused if it cannot be parsed', () => {
    const clause = (onlyif: string) => () => parseConditionClause(parseCondition(onlyif, '') as never);
    expect(clause("match /p == 'a'")).to.throw(/not a list of quoted strings/);
    expect(clause('values /p size > 1')).to.throw(/only the size of a match/);
    expect(clause('match /p has 1')).to.throw(/command 'has' does not exist/);
  });

  it('has lists as Ruby writes them', () => {
    expect(parseStringArray(String.raw`[ 'a\'b\\n' , "c\t\x41\101é\u{1F600 41}" ]`)).to.deep.equal([
      String.raw`a'b\n`,
      'c\tAAé😀A',
    ]);
    for (const text of ['a', "['a'", "['a'] b", '[a]', String.raw`["\q"]`])
      expect(parseStringArray(text), text).to.equal(undefined);
  });
});
