import { expect } from 'chai';
import type { LocatedValue } from '../../../src/catalog/node/located-value.js';
import { readYaml } from '../../../src/catalog/node/read-yaml.js';
import { GlanceApplyError } from '../../../src/errors/glance-apply-error.js';
import { formatLocation } from '../../../src/errors/source-location.js';

const read = (text: string) => readYaml(text, 'node.yaml');

/** The errors in a document, each after its location. */
async function refusals(text: string): Promise<string[]> {
  const error: unknown = await read(text).catch((thrown: unknown) => thrown);
  if (!GlanceApplyError.is(error)) return expect.fail('it was not refused');
  return error.diagnostics.map(
    ({ message, location }) => `${location && formatLocation(location)} ${message}`,
  );
}

const where = ({ location }: Pick<LocatedValue, 'location'>) => location && formatLocation(location);

describe('YAML of a node', () => {
  it('is read with the place of every key and every value', async () => {
    const { value, location, members } = await read('a: 1\nlist:\n  - x\n  - b: {c: true}\nnothing:\n');
    expect(value).to.deep.equal({ a: 1, list: ['x', { b: { c: true } }], nothing: null });
    expect(where({ location })).to.equal('node.yaml:1:1');
    expect(members?.map((member) => [member.key, where(member), where(member.value)])).to.deep.equal([
      ['a', 'node.yaml:1:1', 'node.yaml:1:4'],
      ['list', 'node.yaml:2:1', 'node.yaml:3:3'],
      ['nothing', 'node.yaml:5:1', 'node.yaml:5:9'],
    ]);
    expect(members?.[1]?.value.items?.map(where)).to.deep.equal(['node.yaml:3:5', 'node.yaml:4:5']);
  });

  it('takes over hashes with <<, the first of several before the others, and never what the hash says itself', async () => {
    const { value, members } = await read(
      'one: &one {x: 1, y: 2}\nother: &other {y: 3, z: 4}\nnode:\n  x: 0\n  <<: [*one, *other]\n',
    );
    expect(value).to.have.property('node').that.deep.equals({ x: 0, y: 2, z: 4 });
    const node = members?.find(({ key }) => key === 'node')?.value.members ?? [];
    expect(node.map((member) => [member.key, where(member)])).to.deep.equal([
      ['x', 'node.yaml:4:3'],
      ['y', 'node.yaml:1:18'],
      ['z', 'node.yaml:2:22'],
    ]);
  });

  it('takes an alias for what stood last under its name before it, a key too, at its own place', async () => {
    const { value, members } = await read('a: &n 1\nb: &n 2\nc: *n\n? &k key\n: *k\n');
    expect(value).to.deep.equal({ a: 1, b: 2, c: 2, key: 'key' });
    expect(members?.map(({ value: one }) => where(one)).slice(2)).to.deep.equal([
      'node.yaml:3:4',
      'node.yaml:5:3',
    ]);
  });

  it('names what may be of any kind in words', async () => {
    expect((await read('2: two\n? [k, l]\n: 1\nnull: 3\n')).value).to.deep.equal({
      ...{ '2': 'two', '["k","l"]': 1, null: 3 },
    });
  });

  it('is refused with every error of syntax, each once, without an excerpt of the file', async () => {
    expect(await refusals('a: {}\na: {}\n')).to.deep.equal([
      'node.yaml:2:1 this is not valid YAML: Map keys must be unique',
    ]);
    const [first, ...others] = await refusals('password: [hunter2\nb: ]]\n');
    expect(first).to.match(/^node\.yaml:2:1 .* end with a \]$/);
    expect(others.map((one) => one.split(' ')[0])).to.deep.equal(['node.yaml:2:4', 'node.yaml:2:5']);
  });

  it('is refused where an alias leads nowhere, to itself, or << to what is no hash', async () => {
    expect(await refusals('a: [*later]\nb: &later 1\n')).to.deep.equal([
      'node.yaml:1:5 the anchor &later does not exist before this alias',
    ]);
    expect(await refusals('a: &a {b: *a}\n')).to.deep.equal([
      'node.yaml:1:11 aliases expand this file to more than 500000 values, or without end',
    ]);
    for (const [text, location] of [
      ['a:\n  <<: 3\n', '2:7'],
      ['a:\n  <<:\n', '2:6'],
      ['a: {<<}\n', '1:5'],
      ['b: &b {}\na:\n  <<: [*b, text]\n', '3:12'],
    ])
      expect(await refusals(text as string)).to.deep.equal([
        `node.yaml:${location} << takes over a hash or a list of hashes`,
      ]);
  });
});
