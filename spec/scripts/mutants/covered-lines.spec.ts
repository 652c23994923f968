import { expect } from 'chai';
import { transform } from 'esbuild';
import { coveredLines } from '../../../scripts/mutants/covered-lines.js';

describe('the lines that ran', () => {
  it('are those of the original, whatever the compiler made of it', async () => {
    const source = [
      'const a: number = 1;',
      'function never(): void {',
      '  a;',
      '}',
      'function once(): void {',
      '  never;',
      '}',
    ];
    const { code, map } = await transform(source.join('\n'), {
      loader: 'ts',
      sourcemap: 'external',
      minifyWhitespace: true,
    });
    const range = (text: string, count: number) => {
      const startOffset = code.indexOf(text);
      return { ranges: [{ startOffset, endOffset: code.indexOf('}', startOffset) + 1, count }] };
    };
    const whole = { ranges: [{ startOffset: 0, endOffset: code.length, count: 1 }] };
    const functions = [whole, range('function never', 0), range('function once', 1)];
    const lines = coveredLines(
      { url: 'file:///one.ts', functions },
      { lineLengths: code.split('\n').map(({ length }) => length), data: JSON.parse(map) },
    );
    expect([...lines]).to.include.members([1, 5, 6]);
    expect(lines.has(3)).to.equal(false);
  });
});
