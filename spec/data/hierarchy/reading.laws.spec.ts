import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { readFullYaml } from '../../../src/data/hierarchy/reading/full-yaml.js';
import { readPlainYaml } from '../../../src/data/hierarchy/reading/plain-yaml.js';
import { goldenFolder } from './golden.js';

/** Pieces from which YAML of every kind comes together, valid or not. */
const word = fc.constantFrom(
  ...[
    'a',
    'key',
    'web::port',
    'yes',
    'no',
    '017',
    '0',
    '-1',
    '1.0',
    '1_000',
    '12:30',
    '~',
    'null',
    'x y',
    'a:b',
    'a#b',
    '"q"',
    "'it''s'",
  ],
  ...[
    '"',
    "'",
    '[a, b]',
    '{a: 1}',
    '[]',
    '{}',
    '[a, [b, "c"]]',
    '{a: {b: [1]}}',
    '[a',
    '{a}',
    '&x 1',
    '*x',
    '!!str 1',
    '|',
    '>',
    '%{a}',
    '"%{a}"',
    '2001-01-01',
  ],
  ...[
    '<<',
    '-',
    '- a',
    '# c',
    'a # c',
    '? a',
    'é',
    '::1',
    '/path',
    'http://h:1/p',
    '@x',
    ':',
    'a: b',
    '---',
    '...',
    '"\\n"',
    '',
    ' ',
  ],
);
const line = fc
  .tuple(
    fc.constantFrom('', '  ', '    ', '- ', '  - ', '\t'),
    word,
    fc.constantFrom(': ', ':', '', ':  '),
    word,
  )
  .map((parts) => parts.join(''));
const text = fc.array(line, { maxLength: 7 }).map((lines) => `${lines.join('\n')}\n`);

describe('the reader of plain YAML', () => {
  it('reads what it reads as the library does, with the same places, and leaves the rest to it', async () => {
    let both = 0;
    await fc.assert(
      fc.asyncProperty(text, async (source) => {
        const plain = readPlainYaml(source, 'f');
        if (plain === undefined) return;
        both += 1;
        const full = await readFullYaml(source, 'f');
        expect([...plain.root], source).to.deep.equal([...full.root]);
        expect([...plain.places], source).to.deep.equal([...full.places]);
      }),
      { numRuns: 4000 },
    );
    expect(both).to.be.greaterThan(300);
  });

  it('reads the data of the other specs alike', async () => {
    const folder = join(goldenFolder, 'environment');
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile() || !entry.name.endsWith('.yaml')) continue;
      const source = readFileSync(join(entry.parentPath, entry.name), 'utf8');
      const plain = readPlainYaml(source, 'f');
      if (plain !== undefined)
        expect([...plain.root]).to.deep.equal([...(await readFullYaml(source, 'f')).root]);
    }
  });
});
