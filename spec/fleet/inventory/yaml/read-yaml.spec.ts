import { expect } from 'chai';
import { hostOf, readFiles, refusalsOf, removeFiles } from '../written-inventory.js';

/** The variables of a host from the content of its file. */
async function read(text: string): Promise<unknown> {
  const { variables } = hostOf(await readFiles({ hosts: 'h1\n', 'host_vars/h1': text }), 'h1');
  return Object.fromEntries(variables.names.map((name) => [name, variables.get(name)]));
}

describe('YAML of an inventory', () => {
  afterEach(removeFiles);

  it('has aliases and merged hashes, of which the first one and the own keys have precedence', async () => {
    expect(
      await read(
        'a: &a {x: 1, y: 1}\nb: &b {y: 2, z: 2}\nc: {z: 3, <<: [*a, *b]}\nd: {<<: *a, x: 4}\ne: *b\n',
      ),
    ).to.deep.equal({
      a: { x: 1, y: 1 },
      b: { y: 2, z: 2 },
      c: { x: 1, y: 1, z: 3 },
      d: { x: 4, y: 1 },
      e: { y: 2, z: 2 },
    });
    expect(await read('a: {"<<": 1}')).to.deep.equal({ a: { '<<': 1 } });
  });

  it('has tags for the types of scalars', async () => {
    expect(
      await read(
        'a: !!str 5\nb: !!int "5"\nc: !!float 5\nd: !!bool "on"\ne: !!null x\nf: ! 5\ng: !unsafe 5\n',
      ),
    ).to.deep.equal({ a: '5', b: 5, c: 5, d: true, e: null, f: '5', g: '5' });
  });

  it('is JSON with the types of JSON if it is JSON', async () => {
    expect(await read('{"a": 1e3, "b": "010", "c": {"__ansible_unsafe": "{{ x }}"}}')).to.deep.equal({
      a: 1000,
      b: '010',
      c: '{{ x }}',
    });
    expect(await read('{a: 1e3, b: 010}')).to.deep.equal({ a: '1e3', b: 8 });
  });

  it('has strings as keys, also those that look like other types', async () => {
    expect(await read('a: {1: x, yes: y, ~: z}')).to.deep.equal({ a: { '1': 'x', true: 'y', null: 'z' } });
  });

  it('is refused with the locations of what is not supported', async () => {
    expect(
      await refusalsOf(() => read('a: *x\nb: &b [*b]\nc: {<<: 5}\nd: !!set {x}\ne: !!int x\nf: {[1]: 2}\n')),
    ).to.deep.equal([
      'host_vars/h1:1:4: no anchor &x precedes this alias',
      'host_vars/h1:2:8: *b is inside the value that it refers to',
      'host_vars/h1:3:9: << needs a hash or a list of hashes',
      'host_vars/h1:4:10: an inventory must not contain the tag tag:yaml.org,2002:set',
      'host_vars/h1:5:10: x is not a valid integer',
      'host_vars/h1:6:5: a key must be a string',
    ]);
  });
});
