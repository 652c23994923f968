import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect } from 'chai';
import { openHierarchy } from '../../../src/data/hierarchy/index.js';
import { DataFolder, errorsOf, type Files, withData } from './data-folder.js';

/** Returns the only error, as `file:line:column message`, without the folder. */
async function errorOf(files: Files, key = 'key', options = {}): Promise<string> {
  const all = await errorsOf(files, key, options);
  expect(all, JSON.stringify(all)).to.have.length(1);
  const [{ message, location } = { message: '', location: undefined }] = all;
  expect(location, `place of ${message}`).to.not.equal(undefined);
  return `${location?.file.split('/').at(-1)}:${location?.line}:${location?.column ?? ''} ${message}`;
}

const common = (text: string): Files => ({ 'common.yaml': text });

describe('invalid data is one error with its location:', () => {
  it('tabs', async () => {
    expect(await errorOf(common('key:\n\tinner: 1\n'))).to.match(/^common.yaml:2:1 .*[Tt]ab/);
  });

  it('aliases that expand to a huge file', async () => {
    const levels = Array.from({ length: 12 }, (_, level) => {
      const inner = level === 0 ? Array(10).fill('lol') : Array(10).fill(`*l${level - 1}`);
      return `l${level}: &l${level} [${inner.join(', ')}]`;
    });
    expect(await errorOf(common(`${levels.join('\n')}\n`))).to.match(/^common.yaml:\d+:\d+ aliases expand/);
  });

  it('an alias inside of what it refers to', async () => {
    expect(await errorOf(common('key: &a\n  - *a\n'))).to.match(/^common.yaml:2:5 \*a is inside/);
  });

  it('a duplicate key, at the top level and nested', async () => {
    expect(await errorOf(common('key: 1\nother: 2\nkey: 3\n'))).to.equal(
      "common.yaml:3:1 duplicate key 'key'",
    );
    expect(await errorOf(common('key:\n  a: 1\n  a: 2\n'))).to.equal("common.yaml:3:3 duplicate key 'a'");
  });

  it('a hash that is to be merged with a string, with both locations', async () => {
    const files = {
      'hiera.yaml': 'version: 5\nhierarchy:\n  - name: all\n    paths: [one.yaml, two.yaml]\n',
      'data/one.yaml': 'key: {a: 1}\nlookup_options: {key: {merge: hash}}\n',
      'data/two.yaml': '\nkey: a text\n',
    };
    expect(await errorOf(files)).to.equal(
      "two.yaml:2:1 'key' cannot be merged as hashes: this value is a string",
    );
    const [first] = await errorsOf(files);
    expect(first?.related?.[0]?.location?.file).to.match(/one\.yaml$/);
  });

  it('values that need each other', async () => {
    const text = 'key: "%{lookup(\'b\')}"\nb: "%{alias(\'key\')}"\n';
    expect(await errorOf(common(text))).to.equal(
      "common.yaml:2:1 the value of 'b': it refers to itself: key → b → key",
    );
  });

  it('a path that leads out of its data folder, by a fact', async () => {
    const files = {
      'hiera.yaml': 'version: 5\nhierarchy:\n  - name: node\n    path: "nodes/%{facts.name}.yaml"\n',
    };
    const facts = { name: '../../../etc/passwd' };
    expect(await errorOf(files, 'key', { facts })).to.match(/^hiera.yaml:3:5 the level 'node' leads out/);
  });

  it('a folder instead of a file', async () => {
    expect(await errorOf({ 'common.yaml/file': '' })).to.match(/^common.yaml:1: .* not a regular file$/);
  });

  it('a pipe instead of a file, without a writer', async () => {
    const folder = new DataFolder({});
    try {
      execFileSync('mkfifo', [join(folder.path, 'common.yaml')]);
      const opened = openHierarchy(folder.path, { processEnvironment: {} });
      expect(await opened.catch((error: Error) => error.message)).to.match(/not a regular file/);
    } finally {
      folder.remove();
    }
  });

  it('a file of 50 MB', async () => {
    const text = `key: ${'x'.repeat(50 * 1024 * 1024)}\n`;
    expect(await errorOf(common(text))).to.equal(
      'common.yaml:1: this data file has 50 MiB, more than the limit of 16 MiB',
    );
  });

  it('invalid UTF-8', async () => {
    expect(await errorOf({ 'common.yaml': Buffer.from([0x6b, 0x3a, 0x20, 0xff]) })).to.match(
      /not valid UTF-8$/,
    );
  });

  it('symbols, objects and dates of Ruby', async () => {
    expect(await errorOf(common('key: :symbol\n'))).to.match(/^common.yaml:1:6 :symbol is a Ruby symbol/);
    expect(await errorOf(common('key: !ruby/object:Gem::Version {}\n'))).to.match(
      /^common.yaml:1:\d+ .*!ruby\/object/,
    );
    expect(await errorOf(common('key: 2026-11-20\n'))).to.match(/^common.yaml:1:6 2026-11-20 is a date/);
  });

  it('an integer that would be rounded', async () => {
    expect(await errorOf(common('key: 12345678901234567890\n'))).to.match(/^common.yaml:1:6 .* too large/);
  });

  it('a file that does not contain a hash, and invalid JSON', async () => {
    expect(await errorOf(common('- a\n- b\n'))).to.match(/^common.yaml:1:1 a data file must contain a hash/);
    expect(await errorOf({ 'common.json': '{"key": 017}' })).to.match(/^common.json:1:\d+ .*JSON/);
    expect(await errorOf({ 'common.json': '{"key": 1, }' })).to.match(/^common.json:1:\d+ .*JSON/);
  });

  it('a hiera.yaml of another version, and one with several errors, all together', async () => {
    expect(await errorOf({ 'hiera.yaml': ':backends: [yaml]\n' })).to.match(/^hiera.yaml:1: .*version 3/);
    const faulty =
      'version: 5\nhierachy: []\nhierarchy:\n  - path: a\n  - name: b\n    path: a\n    glob: b\n';
    const all = await errorsOf({ 'hiera.yaml': faulty });
    expect(all.map(({ message }) => message)).to.deep.equal([
      "hiera.yaml: unknown key 'hierachy'",
      'hiera.yaml: a level needs a name',
      'hiera.yaml: a level must not have both path and glob',
    ]);
  });

  it('a merge, an expression or a conversion that does not exist', async () => {
    expect(await errorOf(common('lookup_options: {key: {merge: deap}}\nkey: 1\n'))).to.equal(
      "common.yaml:1:1 unknown merge strategy 'deap'",
    );
    expect(await errorOf(common('key: "%{lokup(\'b\')}"\n'))).to.equal(
      "common.yaml:1:1 the value of 'key': unknown function 'lokup'",
    );
    expect(await errorOf(common('lookup_options: {key: {convert_to: Integer}}\nkey: twelve\n'))).to.match(
      /^common.yaml:2:1 'key' cannot be converted to Integer/,
    );
  });

  it('and what does not exist at all', async () => {
    const folder = new DataFolder({});
    folder.remove();
    expect(await folder.open().catch((error) => error.message)).to.match(/ does not exist/);
  });
});

describe('keys with a meaning in JavaScript', () => {
  it('are ordinary keys', async () => {
    const text = '__proto__: {polluted: true}\nconstructor: 1\nkey: {__proto__: {polluted: true}}\n';
    await withData(common(text), (data) => {
      expect(data.lookup('__proto__.polluted')?.value).to.equal(true);
      expect(data.lookup('constructor')?.value).to.equal(1);
      const value = data.lookup('key')?.value as object;
      expect(Object.keys(value)).to.deep.equal(['__proto__']);
      expect(Object.getPrototypeOf(value)).to.equal(Object.prototype);
      expect(({} as { polluted?: boolean }).polluted).to.equal(undefined);
      expect(data.lookup('toString')).to.equal(undefined);
    });
  });
});
