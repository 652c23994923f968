import { expect } from 'chai';
import fc from 'fast-check';
import { LimitedOutput } from '../../src/hosts/limited-output.js';

function collect(chunks: readonly (string | Uint8Array)[], limit: number): string {
  const output = new LimitedOutput(limit);
  for (const chunk of chunks) output.add(Buffer.from(chunk));
  return output.text();
}

describe('LimitedOutput', () => {
  it('gives what it was given, where that is no longer than the limit', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (chunks) => {
        const whole = chunks.join('');
        expect(collect(chunks, Math.max(1, Buffer.byteLength(whole)))).to.equal(whole);
      }),
    );
  });

  it('never gives more than the limit, and gives the beginning and the end', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 300 });
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 100, max: 400 }),
        (chunks, limit) => {
          const whole = chunks.join('');
          const kept = collect(chunks, limit);
          expect(Buffer.byteLength(kept)).to.be.at.most(limit);
          if (Buffer.byteLength(whole) <= limit) return;
          const [, first = '', left = '', last = ''] =
            /^([\s\S]*)\n\[(\d+) bytes left out\]\n([\s\S]*)$/.exec(kept) ?? [];
          expect(whole.startsWith(first)).to.equal(true);
          expect(whole.endsWith(last)).to.equal(true);
          expect(Buffer.byteLength(first + last) + Number(left)).to.equal(Buffer.byteLength(whole));
        },
      ),
    );
  });

  it('keeps little of an output without end', () => {
    const output = new LimitedOutput(1000);
    for (let index = 0; index < 100_000; index += 1) output.add(Buffer.from(`${index}\n`));
    expect(output.total).to.equal(588_890);
    expect(output.text()).to.match(/^0\n1\n[\s\S]*\n99998\n99999\n$/);
  });
});
