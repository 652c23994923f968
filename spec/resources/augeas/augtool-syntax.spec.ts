import { expect } from 'chai';
import fc from 'fast-check';
import {
  parseMatches,
  parsePrinted,
  quotePath,
  quoteString,
} from '../../../src/resources/augeas/augtool-syntax.js';

describe('the words of augtool', () => {
  /** How augtool reads a word in double quotes. */
  const read = (word: string) =>
    word
      .slice(1, -1)
      .replace(/\\([\][|/=()!,])|\\(.)/g, (_, kept, char) =>
        kept === undefined ? ({ n: '\n', t: '\t' }[char as 'n'] ?? char) : `\\${kept}`,
      );

  it('are preserved for any text', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ' ', '"', "'", '\\', '\n', '\t', '[', ']', '/', 'n', 'é'),
    });
    fc.assert(fc.property(text, (value) => read(quoteString(value)) === value));
  });

  it('keep the escapes of paths', () => {
    const path = String.raw`/files/a\ b/c\[1\]/d[. = "x y"]`;
    expect(quotePath(path)).to.equal(String.raw`"/files/a\\ b/c\[1\]/d[. = \"x y\"]"`);
    expect(read(quotePath(path))).to.equal(path);
  });

  it('tell nodes and their values', () => {
    const printed = `${String.raw`/x/a = "gr\303\274n \"q\" \\\n"`}\n/x/b\nSaved 1 file(s)\n`;
    expect([...parsePrinted(printed)]).to.deep.equal([
      ['/x/a', 'grün "q" \\\n'],
      ['/x/b', undefined],
    ]);
  });

  it('tell matches of values with several lines', () => {
    const values = new Map([
      ['/x[1]', 'a\n/x[2] = b'],
      ['/x[2]', undefined],
    ]);
    expect(parseMatches('/x[1] = a\n/x[2] = b\n/x[2] = (none)\n', values)).to.deep.equal(['/x[1]', '/x[2]']);
    expect(parseMatches('  (no matches)\n', values)).to.deep.equal([]);
  });
});
