import { expect } from 'chai';
import type { Hierarchy } from '../../../src/data/hierarchy/index.js';
import { ask, openGolden, readRecorded } from './golden.js';

describe('Hiera 5, compared with the results of Puppet 7.23 for the same data', () => {
  let data: Hierarchy;
  before(async () => {
    data = await openGolden();
  });

  const recorded = readRecorded();

  it('is tested with enough queries', () => {
    expect(new Set(recorded.map(({ key }) => key)).size).to.be.greaterThan(120);
  });

  for (const one of recorded) {
    const merge = one.merge === null ? '' : ` merged by ${JSON.stringify(one.merge)}`;
    if (one.error !== undefined) {
      it(`refuses ${one.key}${merge} too`, () => {
        expect(ask(data, one)).to.have.property('error');
      });
    } else {
      it(`finds the same for ${one.key}${merge}`, () => {
        const { key: _key, merge: _merge, ...said } = one;
        expect(ask(data, one)).to.deep.equal(said);
      });
    }
  }
});
