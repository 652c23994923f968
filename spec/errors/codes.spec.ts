import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { errorsPage } from '../../scripts/errors-page.js';
import { listFiles } from '../../scripts/list-files.js';
import { codeGroups, documentedCodes } from '../../src/errors/codes/index.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('diagnostic codes', () => {
  // That none is without documentation is checked by the compiler: a code is a key of these tables.
  it('are all raised somewhere', () => {
    const sources = listFiles(root, 'src')
      .filter((file) => file.endsWith('.ts') && !file.startsWith('src/errors/codes/'))
      .map((file) => readFileSync(join(root, file), 'utf8'))
      .join('\n');
    const unused = [...documentedCodes.keys()].filter((code) => !sources.includes(`'${code}'`));
    expect(unused).to.deep.equal([]);
  });

  it('have an area, a name, and complete sentences', () => {
    const odd = [...documentedCodes].filter(
      ([code, { cause, remedy }]) =>
        !/^[a-z_]+\.[a-z]+(?:-[a-z]+)*$/.test(code) ||
        [cause, remedy].some((text) => !/^[A-Za-z'][^\n]*\.$/.test(text)),
    );
    expect(odd.map(([code]) => code)).to.deep.equal([]);
  });

  it('are in alphabetical order, each in one table', () => {
    for (const group of Object.values(codeGroups))
      expect(Object.keys(group)).to.deep.equal(Object.keys(group).sort());
    const all = Object.values(codeGroups).flatMap((group) => Object.keys(group));
    expect(all).to.have.length(documentedCodes.size);
  });

  it('are documented in docs/errors.md as in the source', () => {
    expect(readFileSync(join(root, 'docs/errors.md'), 'utf8'), 'run npm run docs').to.equal(errorsPage());
  });
});
