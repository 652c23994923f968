import { expect } from 'chai';
import { describeHostSet } from '../../../src/views/fleet/host-set.js';

describe('hosts in the summary of a fleet', () => {
  const all = Array.from({ length: 20 }, (_, index) => `web${index}`);
  const without = (...names: string[]) => new Set(all.filter((name) => !names.includes(name)));

  it('are counted if they are all or most of them, with the exceptions by name', () => {
    expect(describeHostSet(new Set(all), all)).to.equal('on all 20 hosts');
    expect(describeHostSet(without('web3', 'web7'), all)).to.equal('on 18 of 20 hosts, not on web3 and web7');
    expect(describeHostSet(new Set(all.slice(0, 9)), all)).to.equal('on 9 of 20 hosts');
  });

  it('are named if they are few', () => {
    expect(describeHostSet(new Set(['web1']), all)).to.equal('on web1');
    expect(describeHostSet(new Set(['web1', 'web2', 'web3']), all)).to.equal('on web1, web2 and web3');
    expect(describeHostSet(new Set(['a']), ['a'])).to.equal('on a');
    expect(describeHostSet(new Set(['a', 'b']), ['a', 'b', 'c'])).to.equal('on a and b');
  });
});
