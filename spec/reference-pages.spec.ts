import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { vocabulary } from '../src/classes/vocabulary.js';

describe('the generated pages', () => {
  const root = fileURLToPath(new URL('..', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  let pages: readonly string[] = [];

  before(() => {
    execFileSync(process.execPath, ['--import', 'tsx', 'scripts/docs.mjs', folder], { cwd: root });
    pages = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .map((file) => join(folder, file));
  });

  after(() => rmSync(folder, { recursive: true }));

  it('are one per type, class and defined type, and an index', () => {
    const { types, classes, definedTypes } = vocabulary;
    expect(pages).to.have.length(types.size + classes.size + definedTypes.size + 1);
  });

  it('link only to each other', () => {
    const dead = pages.flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/\]\(([^)]+)\)/g)]
        .map(([, target = '']) => join(dirname(page), target))
        .filter((target) => !existsSync(target)),
    );
    expect(dead).to.deep.equal([]);
  });

  it('contain the example of a type', () => {
    const page = readFileSync(join(folder, 'types/mailalias.md'), 'utf8');
    expect(page).to.match(/^```ts\nnew Mailalias\(site, 'postmaster', .*\);\n```$/m);
  });

  it('document every attribute and the values that it accepts', () => {
    const page = readFileSync(join(folder, 'types/file.md'), 'utf8');
    const names = Object.keys(vocabulary.types.get('file')?.definition.attributes ?? {});
    for (const name of names) expect(page).to.contain(`### ${name}\n`);
    expect(page.match(/^- accepts /gm)).to.have.length(names.length);
  });
});
