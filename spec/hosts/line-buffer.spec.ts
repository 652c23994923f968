import { expect } from 'chai';
import fc from 'fast-check';
import { LineBuffer } from '../../src/hosts/line-buffer.js';

/** What is passed on of a text that comes in these pieces. */
function passed(pieces: readonly string[]): string[] {
  const all: string[] = [];
  const lines = new LineBuffer((text) => all.push(text));
  for (const piece of pieces) lines.add(piece);
  lines.end();
  return all;
}

describe('output in pieces', () => {
  it('is passed on in whole lines, and nothing of it is lost', () => {
    const piece = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '\r') });
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const all = passed(pieces);
        expect(all.join('')).to.equal(pieces.join(''));
        for (const one of all.slice(0, -1)) expect(one).to.match(/[\n\r]$/);
      }),
    );
  });

  it('is passed on before its line ends where that is very long', () => {
    const all = passed(Array.from({ length: 100 }, () => 'x'.repeat(10_000)));
    expect(all.length).to.be.greaterThan(2);
    expect(all.join('')).to.have.length(1_000_000);
  });
});
