import { expect } from 'chai';
import fc from 'fast-check';
import { splitWords, UnfinishedLine } from '../../../../src/fleet/inventory/ini/split-words.js';

const textsOf = (line: string) => splitWords(line).words.map(({ text }) => text);

describe('a line of hosts', () => {
  it('is split as a shell does', () => {
    expect(textsOf(`h1 a="b c" d='e "f' g\\ h i"j"'k' ""`)).to.deep.equal([
      'h1',
      'a=b c',
      'd=e "f',
      'g h',
      'ijk',
      '',
    ]);
    expect(textsOf(String.raw`"a\"b" "a\\b" "a\$b" 'a\b'`)).to.deep.equal(['a"b', 'a\\b', 'a\\$b', 'a\\b']);
  });

  it('ends at a # outside of quotes, even within a word', () => {
    expect(splitWords('h1 a=b#c d=1')).to.deep.equal({
      words: [
        { text: 'h1', offset: 0 },
        { text: 'a=b', offset: 3 },
      ],
      cutAt: 6,
    });
    expect(splitWords('h1 # c').cutAt).to.equal(undefined);
    expect(textsOf(`h1 a="b#c" 'd#'`)).to.deep.equal(['h1', 'a=b#c', 'd#']);
  });

  it('is refused with the location of a quote that is not closed', () => {
    expect(() => splitWords(`h1 a="b`))
      .to.throw(UnfinishedLine)
      .with.property('offset', 5);
    expect(() => splitWords('h1 a\\'))
      .to.throw(UnfinishedLine)
      .with.property('offset', 4);
  });

  it('gives back every word that is quoted', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), (words) => {
        const line = words.map((word) => `'${word.replaceAll("'", `'"'"'`)}'`).join(' ');
        expect(textsOf(line)).to.deep.equal(words);
      }),
    );
  });
});
