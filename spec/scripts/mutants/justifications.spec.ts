import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { findOutdated, readJustifications } from '../../../scripts/mutants/justifications.js';
import { mutate } from '../../../scripts/mutants/mutate.js';
import { parse } from '../../../scripts/mutants/parse.js';

const project = fileURLToPath(new URL('../../..', import.meta.url));

describe('the justified mutants', () => {
  it('are mutants of the present sources', async () => {
    const justified = await readJustifications(`${project}/spec/scripts/mutants/justified.json`);
    const files = new Set(justified.map(({ file }) => file));
    const texts = new Map([...files].map((file) => [file, readFileSync(`${project}/${file}`, 'utf8')]));
    const mutants = [...parse(texts)].flatMap(([file, tree]) => mutate(file, tree));
    expect(findOutdated(justified, mutants)).to.deep.equal([]);
  });
});
