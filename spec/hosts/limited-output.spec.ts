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

  for (const character of ['\u0080', '\u0800', '\u{10000}', '\uFFFF', '\u{10FFFF}']) {
    it(`cuts no character in two that begins with the byte ${Buffer.from(character)[0]?.toString(16)}`, () => {
      const length = Buffer.byteLength(character);
      for (let before = 0; before <= length; before += 1) {
        const beginning = `${'a'.repeat(100 - before)}${character}`;
        const end = `${character}${'b'.repeat(100 - before)}`;
        const kept = collect([beginning, '-'.repeat(1000), end], 280).split('\n');
        expect(kept[0]).to.equal(before === length ? beginning : 'a'.repeat(100 - before));
        expect(kept[2]).to.equal(before === length ? end : 'b'.repeat(100 - before));
      }
    });
  }

  it('takes bytes that are no text as they come', () => {
    // Each of them takes three bytes as a text.
    const replaced = '\uFFFD'.repeat(33);
    for (const byte of [0x80, 0xc0])
      expect(collect([Buffer.alloc(1000, byte)], 280)).to.equal(
        `${replaced}\n[934 bytes left out]\n${replaced}`,
      );
    expect(collect([Buffer.alloc(90, 0x80)], 280)).to.equal('\uFFFD'.repeat(90));
  });

  it('never gives more than the limit, whatever the bytes are', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ minLength: 50, maxLength: 1000, min: 0x70 }),
        fc.integer({ min: 100, max: 400 }),
        (bytes, limit) => {
          expect(Buffer.byteLength(collect([bytes], limit))).to.be.at.most(limit);
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
