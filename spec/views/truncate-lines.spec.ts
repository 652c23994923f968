import { expect } from 'chai';
import fc from 'fast-check';
import { truncateLines } from '../../src/views/truncate-lines.js';

describe('a line that is too long to read', () => {
  it('is truncated, with the number of omitted characters', () => {
    const long = 'x'.repeat(16 * 1024 * 1024);
    const [first, second, third] = truncateLines(`before\n${long}\nafter`).split('\n');
    expect([first, third]).to.deep.equal(['before', 'after']);
    expect(second).to.match(/^x{4096}… \(16773120 more characters of this line are not shown\)$/);
  });

  it('ends its colour where it is truncated', () => {
    expect(truncateLines(`\u001b[31m${'x'.repeat(5000)}\u001b[39m`)).to.contain('x\u001b[0m…');
  });

  it('is the only one that is truncated', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 100 }), { maxLength: 200 }), (lines) => {
        const text = lines.join('\n');
        expect(truncateLines(text)).to.equal(text);
      }),
    );
  });
});
