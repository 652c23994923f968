import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import {
  findOutdated,
  type Justification,
  readJustifications,
} from '../../../scripts/mutants/justifications.js';
import type { Mutant } from '../../../scripts/mutants/mutant.js';
import { summarize } from '../../../scripts/mutants/summary.js';
import type { Verdict } from '../../../scripts/mutants/try-mutant.js';

const mutant: Mutant = {
  file: 'src/one.ts',
  mutation: 'await removed',
  start: 0,
  end: 1,
  replacement: '',
  line: 3,
  runsAt: 3,
  before: 'await sync();',
  after: 'sync();',
};
const { file, mutation, before, after } = mutant;
const justification: Justification = { file, mutation, before, after, reason: 'because' };

describe('the summary of mutants', () => {
  const of = (...verdicts: Verdict[]) =>
    summarize(
      verdicts.map((verdict) => ({ mutant, verdict, coveredBy: 2 })),
      [justification],
    );

  it('counts what hung as noticed, and leaves out what does not compile', () => {
    expect(of('killed', 'timeout', 'survived', 'invalid').killed).to.be.closeTo(2 / 3, 1e-9);
    expect(of('invalid').killed).to.equal(1);
  });

  it('shows where a survivor is, what it changes and why it may', () => {
    const { text } = of('survived');
    expect(text)
      .to.include('src/one.ts:3')
      .and.to.include('  - await sync();\n  + sync();\n  justified: because');
  });
});

describe('a justification', () => {
  it('holds wherever the line moves to, and is outdated when its line is gone', () => {
    expect(findOutdated([justification], [{ ...mutant, line: 99, start: 500, end: 501 }])).to.deep.equal([]);
    expect(findOutdated([justification], [{ ...mutant, before: 'await datasync();' }])).to.deep.equal([
      justification,
    ]);
  });

  it('without a reason is refused', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'justified-'));
    try {
      const path = join(directory, 'justified.json');
      await writeFile(path, JSON.stringify([{ ...justification, reason: '' }]));
      const error = await readJustifications(path).catch((thrown: Error) => thrown);
      expect(error).to.be.an('error').with.property('message').that.includes('reason missing');
    } finally {
      await rm(directory, { recursive: true, force: true });
    }
  });
});
