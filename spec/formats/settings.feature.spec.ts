import { expect } from 'chai';
import fc from 'fast-check';
import { aptSourcePath, formatAptSource } from '../../src/formats/apt-source.js';
import { toAugeasJsonKey, toAugeasJsonText } from '../../src/formats/augeas-json.js';
import { formatBrokerSetting } from '../../src/formats/broker-conf.js';
import { formatIncludeDirectory, formatOptionFile } from '../../src/formats/option-file.js';
import { fromOsloText, toConfigParserText, toOsloText } from '../../src/formats/oslo-text.js';
import { UnwritableValue } from '../../src/formats/unwritable-value.js';
import { oddLine, oddText } from './odd-text.js';

describe('a value that stands for itself in a file of oslo.config', () => {
  it('is what is read there', () => {
    fc.assert(
      fc.property(oddLine, (text) => void expect(fromOsloText(toOsloText(text).trim())).to.equal(text)),
    );
  });

  it('has its dollar signs doubled, and quotes where its own would be taken away', () => {
    expect(toOsloText('plain')).to.equal('plain');
    expect(toOsloText('a$state_path')).to.equal('a$$state_path');
    expect(toOsloText('a\\$b $$')).to.equal('a\\\\$b $$$$');
    expect(fromOsloText('a\\\\$b \\$$$')).to.equal('a\\$b $$');
    expect(toOsloText("'in quotes'")).to.equal('"\'in quotes\'"');
    expect(toOsloText('"')).to.equal('"""');
    expect(toOsloText(' a ')).to.equal('" a "');
    expect(toOsloText('true')).to.equal('"true"');
    expect(() => toOsloText('a\nb')).to.throw(UnwritableValue, /line break/);
  });

  it("has its percent signs doubled where Python's ConfigParser reads", () => {
    expect(toConfigParserText('50%(here)s')).to.equal('50%%(here)s');
    expect(() => toConfigParserText(' a')).to.throw(UnwritableValue, /white space/);
  });
});

describe('a text of JSON within a command of Augeas', () => {
  it('has no sign that means something to either, and is read as it was meant', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        const written = toAugeasJsonText(text);
        expect(written).not.to.match(/["'\n\r\0]|\\(?!u[0-9a-f]{4})/);
        expect(written).not.to.match(/[\p{Cc}\u2028\u2029]/u);
        expect(JSON.parse(`"${written}"`)).to.equal(text);
      }),
    );
  });

  it('has no bracket either where it is part of a path', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        const written = toAugeasJsonKey(text);
        expect(written).not.to.match(/["'[\]\n\r\0]|\\(?!u[0-9a-f]{4})/);
        expect(JSON.parse(`"${written}"`)).to.equal(text);
      }),
    );
  });
});

describe('a file of settings', () => {
  it('of the broker takes no value that it would read in another way', () => {
    expect(formatBrokerSetting(['a', 'b-1'], 'x y')).to.equal('a.b-1 = x y\n');
    for (const value of ['a#b', 'a\nb = c', ' a', 'a ', '', 'a\0', 'é'])
      expect(() => formatBrokerSetting(['a'], value)).to.throw(UnwritableValue);
    for (const name of ['a.b', 'a b', '', 'a\n', 'a='])
      expect(() => formatBrokerSetting(['loopback_users', name], 'true')).to.throw(
        UnwritableValue,
        /name of a setting/,
      );
  });

  it('of package sources takes words, and a name that leads nowhere else', () => {
    expect(
      formatAptSource({ Types: ['deb'], Suites: ['a', 'b'], Components: [] }, 'one\ntwo\rURIs: http://x'),
    ).to.equal('# one\n# two\n# URIs: http://x\nTypes: deb\nSuites: a b\n');
    for (const word of ['a b', 'a\nTrusted: yes', '', 'a\u2028b', 'a\0'])
      expect(() => formatAptSource({ URIs: [word] })).to.throw(UnwritableValue);
    expect(aptSourcePath('openstack-zed')).to.equal('/etc/apt/sources.list.d/openstack-zed.sources');
    for (const name of ['../../cron.d/x', 'a/b', '', '.', '..', 'a\n', '-x'])
      expect(() => aptSourcePath(name)).to.throw(UnwritableValue);
  });

  it('of options of MySQL takes no name that is more than one, and no line that is read as two', () => {
    for (const name of ['a\nb', 'a=b', '!include', '#a', '', 'a b', '[a]'])
      expect(() => formatOptionFile({ mysqld: { [name]: 1 } })).to.throw(
        UnwritableValue,
        /name of an option/,
      );
    for (const group of ['a]\nb', '', 'a b'])
      expect(() => formatOptionFile({ [group]: {} })).to.throw(UnwritableValue, /group/);
    expect(() => formatOptionFile({ mysqld: { a: 'x'.repeat(4000) } })).to.throw(
      UnwritableValue,
      /4000 bytes/,
    );
    expect(() => formatOptionFile({ mysqld: { a: 'x\0' } })).to.throw(UnwritableValue, /NUL/);
    expect(() => formatIncludeDirectory('/a\n[client]')).to.throw(UnwritableValue, /line break/);
  });
});
