import { expect } from 'chai';
import { readDer, readOctets } from '../../../../src/data/hierarchy/secrets/der.js';

describe('DER', () => {
  it('is read with all forms of lengths', () => {
    const long = Buffer.concat([Buffer.from([4, 0x82, 1, 0]), Buffer.alloc(256, 7)]);
    const indefinite = Buffer.from([0x24, 0x80, 4, 1, 1, 4, 2, 2, 3, 0, 0]);
    const [first, second, third] = readDer(Buffer.concat([long, indefinite, Buffer.from([2, 1, 5])]));
    expect(first?.content).to.have.lengthOf(256);
    expect(second && readOctets(second)).to.deep.equal(Buffer.from([1, 2, 3]));
    expect(third).to.deep.include({ tag: 2, content: Buffer.from([5]) });
  });

  it('that is truncated, or nested without end, is a plain error', () => {
    const broken = [
      [2],
      [2, 2],
      [4, 0x82, 1],
      [4, 0xff, 1, 2, 3],
      [4, 0x84, 255, 255, 255, 255],
      [0x30, 0x80, 4, 1, 1, 0],
    ];
    for (const bytes of [
      ...broken.map((one) => Buffer.from(one)),
      Buffer.from('3080'.repeat(50_000), 'hex'),
    ]) {
      const failure = (() => {
        try {
          return readDer(bytes);
        } catch (error) {
          return error as Error;
        }
      })();
      expect(failure).to.be.instanceOf(Error);
      expect((failure as Error).constructor).to.equal(Error);
    }
  });
});
