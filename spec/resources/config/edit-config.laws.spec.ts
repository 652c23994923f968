import { expect } from 'chai';
import fc from 'fast-check';
import { parse } from 'ini';
import { ConfigDocument } from '../../../src/resources/config/config-document.js';
import type { Edit } from '../../../src/resources/config/dialect.js';
import { editConfig } from '../../../src/resources/config/edit-config.js';
import { hasSameValues } from '../../../src/resources/config/has-same-values.js';

const names = ['x', 'y', 'long_name', 'Y'];
const sections = ['DEFAULT', 'a', 'b'];

const name = fc.constantFrom(...names);
const spaces = fc.constantFrom('', ' ', '  ', '\t', '    ');
const value = fc
  .string({ unit: fc.constantFrom('a', 'b', '=', ':', '#', ';', '[', ']', ' ', '\t', '"', 'é', '\\') })
  .map((text) => text.trim());
const line = fc.oneof(
  {
    weight: 4,
    arbitrary: fc
      .tuple(spaces, name, spaces, fc.constantFrom('=', ':'), spaces, value)
      .map((all) => all.join('')),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(spaces, fc.constantFrom('#', '; ', '## '), name, fc.constantFrom('=', ' = '), value)
      .map((all) => all.join('')),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.constantFrom('', '', ' '), fc.constantFrom(...sections))
      .map(([indent, one]) => `${indent}[${one}]`),
  },
  { weight: 2, arbitrary: spaces },
  { weight: 1, arbitrary: fc.tuple(spaces, value).map((all) => all.join('')) },
  { weight: 1, arbitrary: fc.constant('# prose: nothing to read here') },
);
const text = fc
  .tuple(
    fc.constantFrom('', '\uFEFF'),
    fc.array(fc.tuple(line, fc.constantFrom('\n', '\n', '\r\n')), { maxLength: 14 }),
    fc.oneof(fc.constant(''), line),
  )
  .map(([mark, lines, last]) => mark + lines.flat().join('') + last);
const edit: fc.Arbitrary<Edit> = fc.record({
  section: fc.constantFrom(...sections, 'new', 'newer'),
  setting: fc.constantFrom(...names, 'fresh'),
  values: fc.array(value, { maxLength: 3 }),
});
const edits = fc.uniqueArray(edit, {
  maxLength: 6,
  selector: ({ section, setting }) => `${section}/${setting}`,
});

/** Every setting of a file that is not among the edits. */
function untouched(content: string, changed: readonly Edit[]): [string, string, string[]][] {
  const document = new ConfigDocument(content);
  const touched = new Set(changed.map(({ section, setting }) => `${section}/${setting}`));
  return [...document.sections.values()].flatMap((section) =>
    [...section.settings.keys()]
      .filter((setting) => !touched.has(`${section.name}/${setting}`))
      .map((setting): [string, string, string[]] => [
        section.name,
        setting,
        document.values(section.name, setting),
      ]),
  );
}

function comments(content: string): string[] {
  const document = new ConfigDocument(content);
  return document.lines.bodies.filter((_, index) => document.kinds[index] === 'comment');
}

describe('Whatever file is edited, and however', () => {
  it('nothing to change leaves every byte as it is', () => {
    fc.assert(fc.property(text, (before) => editConfig(before, []) === before));
  });

  it('written values are read again', () => {
    fc.assert(
      fc.property(text, edits, (before, desired) => {
        const document = new ConfigDocument(editConfig(before, desired));
        for (const { section, setting, values } of desired) {
          expect(hasSameValues(document.values(section, setting as string), values)).to.equal(true);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('editing twice is editing once', () => {
    fc.assert(
      fc.property(text, edits, (before, desired) => {
        const once = editConfig(before, desired);
        expect(editConfig(once, desired)).to.equal(once);
      }),
      { numRuns: 1000 },
    );
  });

  it('every other setting, every comment and their order stay', () => {
    fc.assert(
      fc.property(text, edits, (before, desired) => {
        const after = editConfig(before, desired);
        const known = new Set(untouched(before, desired).map((one) => JSON.stringify(one)));
        const kept = new Set(untouched(after, desired).map((one) => JSON.stringify(one)));
        expect([...known].filter((one) => !kept.has(one))).to.deep.equal([]);
        expect([...kept].filter((one) => !known.has(one))).to.deep.equal([]);
        expect(comments(after)).to.deep.equal(comments(before));
      }),
      { numRuns: 2000 },
    );
  });

  it('a last line keeps its line break, or stays without one', () => {
    fc.assert(
      fc.property(text, edits, (before, desired) => {
        const after = editConfig(before, desired);
        fc.pre(/[^\uFEFF]/.test(before) && /[^\uFEFF]/.test(after));
        expect(after.endsWith('\n')).to.equal(before.endsWith('\n'));
      }),
    );
  });

  it('another reader of INI files reads the same', () => {
    // The other reader knows quotes and escapes of its own, no colons and no indentation: those are left out.
    const word = fc
      .stringMatching(/^[a-z][a-z0-9_./-]{0,8}$/)
      .filter((one) => !['true', 'false', 'null'].includes(one));
    const section = fc.stringMatching(/^[a-z]{1,3}$/);
    const plain = fc.dictionary(
      section,
      fc.dictionary(fc.constantFrom(...names), word, { noNullPrototype: true }),
      {
        noNullPrototype: true,
      },
    );
    fc.assert(
      fc.property(plain, plain, (first, second) => {
        const toEdits = (all: Record<string, Record<string, string>>) =>
          Object.entries(all).flatMap(([one, settings]) =>
            Object.entries(settings).map(([setting, value]) => ({ section: one, setting, values: [value] })),
          );
        const written = editConfig(editConfig('# by hand\n', toEdits(first)), toEdits(second));
        const read = parse(written) as Record<string, Record<string, string>>;
        for (const { section: one, setting, values } of [...toEdits({ ...first, ...second })]) {
          expect(read[one]?.[setting]).to.equal(second[one]?.[setting] ?? values[0]);
        }
      }),
    );
  });
});
