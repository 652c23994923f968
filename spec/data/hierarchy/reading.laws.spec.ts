import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { readFlatYaml } from '../../../src/data/hierarchy/reading/flat-yaml.js';
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
const entry = fc
  .tuple(
    fc.constantFrom('a', 'key', 'web::port', 'a:b', 'yes', 'a.b/c-d', 'b', 'c', 'd', "'q'"),
    fc.constantFrom(': ', ':', ':  '),
    fc.oneof(
      word,
      fc.constantFrom('[a, 1, "b"]', '{a: 1, b: 2}', '{a: 1, a: 2}', '{true: 1}', '[yes, off]', 'a  b'),
    ),
    fc.constantFrom('', '', ' ', '\r'),
  )
  .map((parts) => parts.join(''));
const flat = fc.array(entry, { maxLength: 5 }).map((lines) => `${lines.join('\n')}\n`);
const text = fc.array(line, { maxLength: 7 }).map((lines) => `${lines.join('\n')}\n`);

const readers = { 'plain YAML': readPlainYaml, 'flat files': readFlatYaml };
/** Files that are mostly flat come together of what stands on one line. */
const texts = { 'plain YAML': text, 'flat files': fc.oneof(text, flat) };

for (const kind of ['plain YAML', 'flat files'] as const) {
  const read = readers[kind];
  describe(`the reader of ${kind}`, () => {
    it('reads what it supports as the library does, with the same locations, and leaves the rest to the library', async () => {
      let both = 0;
      await fc.assert(
        fc.asyncProperty(texts[kind], async (source) => {
          const quick = read(source, 'f');
          if (quick === undefined) return;
          both += 1;
          const full = await readFullYaml(source, 'f');
          expect([...quick.root], source).to.deep.equal([...full.root]);
          expect([...quick.locations], source).to.deep.equal([...full.locations]);
        }),
        { numRuns: 4000 },
      );
      expect(both).to.be.greaterThan(300);
    });

    it('does not confuse a key with the beginning of another', () => {
      for (const names of [
        ['a:b', 'a'],
        ['a', 'a:b'],
        ['a.b', 'a'],
        ['b:a', 'a'],
      ]) {
        const quick = read(names.map((name, value) => `${name}: ${value}\n`).join(''), 'f');
        expect([...(quick?.root ?? [])]).to.deep.equal(names.map((name, value) => [name, value]));
      }
    });

    it('leaves spaces that only JavaScript treats as such to the library', () => {
      for (const source of ['key: a\u00a0\n', 'key: a\u3000', 'a:\n \u00a0b: c\n', 'a: b\rc: d\n'])
        expect(read(source, 'f'), JSON.stringify(source)).to.equal(undefined);
    });

    it('reads the data of the other specs like the library', async () => {
      const folder = join(goldenFolder, 'environment');
      for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
        if (!entry.isFile() || !entry.name.endsWith('.yaml')) continue;
        const source = readFileSync(join(entry.parentPath, entry.name), 'utf8');
        const quick = read(source, 'f');
        if (quick !== undefined)
          expect([...quick.root]).to.deep.equal([...(await readFullYaml(source, 'f')).root]);
      }
    });
  });
}

describe('long lines', () => {
  const lines = {
    'a word': `key: ${'x'.repeat(15e6)}!`,
    words: `key: ${'a '.repeat(7e6)}!`,
    'a list': `key: [${'a, '.repeat(5e6)}!`,
    'a key': `a${':b'.repeat(7e6)}!`,
  };
  for (const [kind, line] of Object.entries(lines)) {
    it(`are read within the limits of memory: ${kind}`, () => {
      for (const read of [readFlatYaml, readPlainYaml])
        expect(() => read(line.slice(0, 30_000), 'f') ?? read(line, 'f')).to.not.throw();
    });
  }
});
