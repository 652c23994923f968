import { expect } from 'chai';
import type { Outcome } from '../../../scripts/mutants/checkout.js';
import type { Mutant } from '../../../scripts/mutants/mutant.js';
import { tryMutant } from '../../../scripts/mutants/try-mutant.js';

const mutant: Mutant = {
  file: 'src/engine/pause.ts',
  line: 1,
  runsAt: 1,
  start: 0,
  end: 1,
  replacement: '',
  before: 'a',
  after: 'b',
  mutation: 'string emptied',
};
const covering = [{ spec: 'spec/engine/pause.spec.ts', milliseconds: 1, helpers: {}, sources: {} }];

/** Returns the verdict if runs of the specs end in this way, with and without the mutant. */
function tryWith(mutated: readonly Outcome[], original: readonly Outcome[], compiles = true) {
  const left = { mutated: [...mutated], original: [...original] };
  let applied = false;
  return tryMutant(
    {
      with: async (_, work) => {
        applied = true;
        return work().finally(() => {
          applied = false;
        });
      },
      runSpecs: async () => {
        const outcome = left[applied ? 'mutated' : 'original'].shift();
        if (outcome === undefined) throw new Error('one run too many');
        return outcome;
      },
      compiles: async () => compiles,
    },
    mutant,
    covering,
  );
}

describe('a mutant', () => {
  it('is killed if specs fail that pass without it', async () => {
    expect(await tryWith(['failed'], ['passed'])).to.equal('killed');
    expect(await tryWith(['hung'], ['passed'])).to.equal('timeout');
  });

  it('is not killed by specs that fail without it too', async () => {
    expect(await tryWith(['failed', 'passed'], ['failed'])).to.equal('survived');
    expect(await tryWith(['failed', 'failed'], ['hung', 'passed'])).to.equal('killed');
    expect(await tryWith(['failed', 'failed', 'failed'], ['failed', 'failed', 'failed'])).to.equal(
      'survived',
    );
  });

  it('is invalid if it passes its first specs and does not compile', async () => {
    expect(await tryWith(['passed'], [], false)).to.equal('invalid');
    expect(await tryWith(['passed'], [])).to.equal('survived');
  });
});
