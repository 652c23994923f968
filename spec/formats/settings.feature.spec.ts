import { expect } from 'chai';
import fc from 'fast-check';
import { aptSource, aptSourcePath } from '../../src/formats/apt-source.js';
import { augeasJsonKey, augeasJsonText } from '../../src/formats/augeas-json.js';
import { brokerSetting } from '../../src/formats/broker-conf.js';
import { includeDirectory, optionFile } from '../../src/formats/option-file.js';
import { configParserText, osloText, readOsloText } from '../../src/formats/oslo-text.js';
import { Unwritable } from '../../src/formats/unwritable.js';
import { oddLine, oddText } from './odd-text.js';

describe('a value that stands for itself in a file of oslo.config', () => {
  it('is what is read there', () => {
    fc.assert(
      fc.property(oddLine, (text) => void expect(readOsloText(osloText(text).trim())).to.equal(text)),
    );
  });

  it('has its dollar signs doubled, and quotes where its own would be taken away', () => {
    expect(osloText('plain')).to.equal('plain');
    expect(osloText('a$state_path')).to.equal('a$$state_path');
    expect(osloText('a\\$b $$')).to.equal('a\\\\$b $$$$');
    expect(readOsloText('a\\\\$b \\$$$')).to.equal('a\\$b $$');
    expect(osloText("'in quotes'")).to.equal('"\'in quotes\'"');
    expect(osloText('"')).to.equal('"""');
    expect(osloText(' a ')).to.equal('" a "');
    expect(osloText('true')).to.equal('"true"');
    expect(() => osloText('a\nb')).to.throw(Unwritable, /line break/);
  });

  it("has its percent signs doubled where Python's ConfigParser reads", () => {
    expect(configParserText('50%(here)s')).to.equal('50%%(here)s');
    expect(() => configParserText(' a')).to.throw(Unwritable, /white space/);
  });
});

describe('a text of JSON within a command of Augeas', () => {
  it('has no sign that means something to either, and is read as it was meant', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        const written = augeasJsonText(text);
        expect(written).not.to.match(/["'\n\r\0]|\\(?!u[0-9a-f]{4})/);
        expect(written).not.to.match(/[\p{Cc}\u2028\u2029]/u);
        expect(JSON.parse(`"${written}"`)).to.equal(text);
      }),
    );
  });

  it('has no bracket either where it is part of a path', () => {
    fc.assert(
      fc.property(oddText, (text) => {
        const written = augeasJsonKey(text);
        expect(written).not.to.match(/["'[\]\n\r\0]|\\(?!u[0-9a-f]{4})/);
        expect(JSON.parse(`"${written}"`)).to.equal(text);
      }),
    );
  });
});

describe('a file of settings', () => {
  it('of the broker takes no value that it would read in another way', () => {
    expect(brokerSetting(['a', 'b-1'], 'x y')).to.equal('a.b-1 = x y\n');
    for (const value of ['a#b', 'a\nb = c', ' a', 'a ', '', 'a\0', 'é'])
      expect(() => brokerSetting(['a'], value)).to.throw(Unwritable);
    for (const name of ['a.b', 'a b', '', 'a\n', 'a='])
      expect(() => brokerSetting(['loopback_users', name], 'true')).to.throw(Unwritable, /name of a setting/);
  });

  it('of package sources takes words, and a name that leads nowhere else', () => {
    expect(
      aptSource({ Types: ['deb'], Suites: ['a', 'b'], Components: [] }, 'one\ntwo\rURIs: http://x'),
    ).to.equal('# one\n# two\n# URIs: http://x\nTypes: deb\nSuites: a b\n');
    for (const word of ['a b', 'a\nTrusted: yes', '', 'a\u2028b', 'a\0'])
      expect(() => aptSource({ URIs: [word] })).to.throw(Unwritable);
    expect(aptSourcePath('openstack-zed')).to.equal('/etc/apt/sources.list.d/openstack-zed.sources');
    for (const name of ['../../cron.d/x', 'a/b', '', '.', '..', 'a\n', '-x'])
      expect(() => aptSourcePath(name)).to.throw(Unwritable);
  });

  it('of options of MySQL takes no name that is more than one, and no line that is read as two', () => {
    for (const name of ['a\nb', 'a=b', '!include', '#a', '', 'a b', '[a]'])
      expect(() => optionFile({ mysqld: { [name]: 1 } })).to.throw(Unwritable, /name of an option/);
    for (const group of ['a]\nb', '', 'a b'])
      expect(() => optionFile({ [group]: {} })).to.throw(Unwritable, /group/);
    expect(() => optionFile({ mysqld: { a: 'x'.repeat(4000) } })).to.throw(Unwritable, /4000 bytes/);
    expect(() => optionFile({ mysqld: { a: 'x\0' } })).to.throw(Unwritable, /NUL/);
    expect(() => includeDirectory('/a\n[client]')).to.throw(Unwritable, /line break/);
  });
});
