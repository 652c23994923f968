import { expect } from 'chai';
import fc from 'fast-check';
import { type Mutant, mutations } from '../../../scripts/mutants/mutant.js';
import { sampleMutants } from '../../../scripts/mutants/sample.js';

const mutant = (start: number, mutation: Mutant['mutation']): Mutant => ({
  file: 'src/one.ts',
  mutation,
  start,
  end: start + 1,
  replacement: '',
  line: 1,
  runsAt: 1,
  before: '',
  after: '',
});

const some = fc
  .array(fc.constantFrom(...mutations), { minLength: 1 })
  .map((kinds) => kinds.map((kind, start) => mutant(start, kind)));

describe('a sample of mutants', () => {
  it('is the same for the same seed, and has as many different ones as were asked for', () => {
    fc.assert(
      fc.property(some, fc.nat(40), fc.nat(), (mutants, count, seed) => {
        const chosen = sampleMutants(mutants, count, seed);
        expect(chosen).to.deep.equal(sampleMutants(mutants, count, seed));
        expect(new Set(chosen).size).to.equal(Math.min(count, mutants.length));
        expect(mutants).to.include.members(chosen);
      }),
    );
  });

  it('keeps the mutants of a file when others come and go', () => {
    const at = (file: string) => (start: number) => ({
      ...mutant(start, 'string emptied'),
      file,
      before: `'${start}'`,
    });
    const numbers = Array.from({ length: 50 }, (_, start) => start);
    const before = sampleMutants(numbers.map(at('src/one.ts')), 20, 1);
    const after = sampleMutants([...numbers.map(at('src/two.ts')), ...numbers.map(at('src/one.ts'))], 20, 1);
    const left = after.filter(({ file }) => file === 'src/one.ts');
    expect(before.slice(0, left.length)).to.deep.equal(left);
    expect(left).not.to.have.length(0);
    // Where it stands in the file does not matter.
    const moved = numbers.map(at('src/one.ts')).map((one) => ({ ...one, start: one.start + 100, line: 7 }));
    expect(sampleMutants(moved, 20, 1).map((one) => one.before)).to.deep.equal(
      before.map((one) => one.before),
    );
  });

  it('has of every kind, whatever there is most of', () => {
    const mutants = [
      ...Array.from({ length: 100 }, (_, start) => mutant(start, 'string emptied')),
      mutant(100, 'await removed'),
    ];
    expect(sampleMutants(mutants, 2, 7).map(({ mutation }) => mutation)).to.deep.equal([
      'string emptied',
      'await removed',
    ]);
  });

  it('differs with the seed', () => {
    const mutants = Array.from({ length: 100 }, (_, start) => mutant(start, 'string emptied'));
    expect(sampleMutants(mutants, 10, 1)).not.to.deep.equal(sampleMutants(mutants, 10, 2));
  });
});
