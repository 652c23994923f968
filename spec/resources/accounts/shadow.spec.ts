import { expect } from 'chai';
import { parseShadow } from '../../../src/resources/accounts/shadow.js';

describe('the entries of /etc/shadow', () => {
  it('have the day on which an account ends, unless no calendar has it', () => {
    const entries = parseShadow(
      'a:!:19700::::1:20000:\nb:!:::::::200000000\nc:!:::::::\nd:!:::::200000000:999999999999:\n',
    );
    const ends = [...entries].map(([name, { expiry }]) => [name, expiry]);
    expect(ends).to.deep.equal([
      ['a', '2024-10-04'],
      ['b', undefined],
      ['c', undefined],
      ['d', undefined],
    ]);
  });
});
