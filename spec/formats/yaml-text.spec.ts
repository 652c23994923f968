import { expect } from 'chai';
import fc from 'fast-check';
import { parse } from 'yaml';
import { UnwritableValue } from '../../src/formats/unwritable-value.js';
import { formatYaml, formatYamlEntry } from '../../src/formats/yaml-text.js';
import { oddText } from './odd-text.js';

/** Texts that one version of YAML or another takes for something that is no text. */
const ambiguous = (
  'yes No on OFF y n true null ~ 1 0o17 012 1_000 0x1F 1e3 .5 1. e0 .inf .nan 1:30 190:20:30.15 2001-01-01 = << - --- ... ' +
  '2001-12-14t21:59:43.10-05:00 !x &a *a @x %y `z'
).split(' ');

describe('a text in a YAML file', () => {
  const texts = [...ambiguous, '', ' ', 'a: b', 'a #b', '- a', 'a:', ...fc.sample(oddText, 2000)];

  for (const version of ['1.1', '1.2'] as const) {
    it(`is read as it was meant by YAML ${version}, as a value and as a name`, () => {
      const read = (text: string) => parse(text, { version, merge: false, maxAliasCount: 0 });
      const values = Object.fromEntries(texts.map((text, at) => [`k${at}`, text]));
      const names = Object.fromEntries(texts.map((text, at) => [text, `v${at}`]));
      expect(read(formatYaml({ values, names }))).to.deep.equal({ values, names });
      expect(read(texts.map((text, at) => `${formatYamlEntry(`k${at}`, text)}\n`).join(''))).to.deep.equal(
        values,
      );
    });
  }

  it('has no quotes where it needs none, so that the file looks as people write it', () => {
    const auth = { auth_url: 'http://127.0.0.1:5000/v3', username: 'admin', project_name: 'a project' };
    expect(
      formatYaml({ clouds: { one: { auth, region_name: 'RegionOne', identity_api_version: 3 } } }),
    ).to.equal(
      'clouds:\n  one:\n    auth:\n      auth_url: http://127.0.0.1:5000/v3\n      username: admin\n' +
        '      project_name: a project\n    region_name: RegionOne\n    identity_api_version: 3\n',
    );
  });

  it('is refused where the file cannot hold it', () => {
    expect(() => formatYaml({ a: '\ud800' })).to.throw(UnwritableValue, /surrogate/);
    expect(() => formatYamlEntry('a'.repeat(1001), 'b')).to.throw(UnwritableValue, /1000 characters/);
  });
});
