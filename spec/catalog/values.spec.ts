import { expect } from 'chai';
import { anyOf, boolean, integer, matching, string } from '../../src/catalog/index.js';

describe('a value of any of several types', () => {
  it('stays as it is where one of them takes it so', () => {
    expect(anyOf(integer(), matching(/^\d+%$/, 'a share')).munge?.(5)).to.equal(5);
    expect(anyOf(string, boolean).munge?.(true)).to.equal(true);
  });

  it('is read by the first that understands it where none does', () => {
    expect(anyOf(boolean, string).munge?.('true')).to.equal(true);
    expect(anyOf(boolean, string).munge?.(5)).to.equal('5');
  });
});

describe('a value of a given form', () => {
  it('refuses a pattern with a flag, which JSON Schema would ignore', () => {
    expect(() => matching(/^sunday$/i, 'a day')).to.throw(TypeError, /the flag 'i' of .* has no effect/);
    expect(() => matching(/^\p{L}+$/u, 'letters')).not.to.throw();
  });
});
