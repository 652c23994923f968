import { expect } from 'chai';
import { expandHostPattern } from '../../../../src/fleet/inventory/names/expand-host-pattern.js';
import { InvalidName } from '../../../../src/fleet/inventory/names/invalid-name.js';

const namesOf = (entry: string) => expandHostPattern(entry).names;

describe('an entry of an inventory', () => {
  it('is a name or address with a port', () => {
    expect(expandHostPattern('db:2222')).to.deep.equal({ names: ['db'], port: 2222 });
    expect(expandHostPattern('[2001:db8::1]:22')).to.deep.equal({ names: ['2001:db8::1'], port: 22 });
    expect(expandHostPattern('2001:db8::1')).to.deep.equal({ names: ['2001:db8::1'], port: undefined });
    expect(expandHostPattern('a@b:22')).to.deep.equal({ names: ['a@b:22'], port: undefined });
  });

  it('is expanded with both ends of a range', () => {
    expect(namesOf('web[1:3]')).to.deep.equal(['web1', 'web2', 'web3']);
    expect(namesOf('web[:2]')).to.deep.equal(['web0', 'web1', 'web2']);
    expect(namesOf('web[01:10:4]')).to.deep.equal(['web01', 'web05', 'web09']);
    expect(namesOf('web[1:010]')).to.have.length(10).and.include('web10');
    expect(namesOf('[a:b]-[1:2].x')).to.deep.equal(['a-1.x', 'a-2.x', 'b-1.x', 'b-2.x']);
    expect(namesOf('[y:B]')).to.deep.equal(['y', 'z', 'A', 'B']);
  });

  it('is refused with what is wrong with it', () => {
    const expected: Readonly<Record<string, string>> = {
      '': 'empty name',
      'h:': 'ends in a colon',
      '---': 'not a host name',
      'h:0': '0 is not a port',
      'h[1:2': 'not balanced',
      'h]1[': 'not balanced',
      'h[1]': 'neither [begin:end] nor',
      'h[1:2:3:4]': 'neither [begin:end] nor',
      'h[1:]': 'has no end',
      'h[1:3:0]': 'step 0',
      'h[3:1]': 'ends before it begins',
      'h[b:a]': 'ends before it begins',
      'h[01:100]': 'different lengths',
      'h[a:3]': 'neither two numbers nor two letters',
      'h[ab:c]': 'neither two numbers nor two letters',
    };
    for (const [entry, message] of Object.entries(expected))
      expect(() => expandHostPattern(entry), entry).to.throw(InvalidName, message);
  });

  it('is refused before it takes memory if it stands for too many hosts', () => {
    for (const entry of [
      'h[1:1000000000000]',
      'h[1:1000000]',
      `${'[1:1000]'.repeat(50)}`,
      'h[1:99999999999999999999]',
    ])
      expect(() => expandHostPattern(entry), entry).to.throw(InvalidName, 'more than 100000 hosts');
    expect(namesOf('[1:1000][1:100]')).to.have.length(100_000);
  });
});
