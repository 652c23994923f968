import { join } from 'node:path';
import { expect } from 'chai';
import fc from 'fast-check';
import { type Inventory, selectHosts } from '../../../../src/fleet/inventory/index.js';
import { diagnosticsOf, readFiles, refusalsOf, removeFiles, writeFiles } from '../written-inventory.js';

const hosts = '[web]\nweb[1:5]\n[db]\ndb[01:03]\n[eu]\nweb[1:2]\ndb01\n[empty]\n[v6]\n2001:db8::[1:2]\n';

describe('a pattern', () => {
  let inventory: Inventory;

  before(async () => {
    inventory = await readFiles({ hosts });
  });
  after(removeFiles);

  const select = (pattern: string) =>
    selectHosts(inventory, pattern)
      .map(({ name }) => name)
      .join(' ');

  it('selects hosts and groups, without duplicates and in its own order', () => {
    expect(select('all')).to.equal('web1 web2 web3 web4 web5 db01 db02 db03 2001:db8::1 2001:db8::2');
    expect(select('web2,eu')).to.equal('web2 web1 db01');
    expect(select('db:web1')).to.equal('db01 db02 db03 web1');
    expect(select('2001:db8::2')).to.equal('2001:db8::2');
    expect(select('2001:db8::*')).to.equal('2001:db8::1 2001:db8::2');
  });

  it('excludes and intersects, wherever it is written', () => {
    expect(select('web:!web1:&eu')).to.equal('web2');
    expect(select('!web1,&eu,web')).to.equal('web2');
    expect(select('!web:!v6')).to.equal('db01 db02 db03');
    expect(select('&eu')).to.equal('web1 web2 db01');
    expect(select('web:!empty')).to.equal('web1 web2 web3 web4 web5');
  });

  it('has wildcards and regular expressions', () => {
    expect(select('*1')).to.equal('web1 db01 2001:db8::1');
    expect(select('web?:!web[!12]')).to.equal('web1 web2');
    expect(select('~web[0-9]{1,3},!~.*[45]$')).to.equal('web1 web2 web3');
    expect(select('~(?:web1|db01)')).to.equal('web1 db01');
    expect(select('~(?i)WEB1')).to.equal('web1');
    expect(select('~(?P<x>db)0\\d\\Z')).to.equal('db01 db02 db03');
  });

  it('selects from the hosts of a group by their index, both ends included', () => {
    expect(select('web[0]')).to.equal('web1');
    expect(select('web[-1]')).to.equal('web5');
    expect(select('web[1:3]')).to.equal('web2 web3 web4');
    expect(select('web[3:],db[0:1]')).to.equal('web4 web5 db01 db02');
    expect(select('web[0:99]:!web[1:3]')).to.equal('web1 web5');
  });

  it('reads one element per line from a file', async () => {
    const folder = writeFiles({ retry: '# failed\nweb1\n\n  db[0] \n!web2\n', wrong: 'web1\nwep\n' });
    expect(select(`@${join(folder, 'retry')}`)).to.equal('web1 db01');
    expect(select(`web3,@${join(folder, 'retry')}`)).to.equal('web3 web1 db01');
    expect(await refusalsOf(() => select(`@${join(folder, 'wrong')}`))).to.deep.equal([
      "wrong:2:1: no host or group matches 'wep'",
    ]);
    expect(await refusalsOf(() => select(`@${join(folder, 'none')}`))).to.match(
      /none of the pattern .* does not exist/,
    );
  });

  it('is refused if any element selects nothing, with the nearest name', async () => {
    for (const pattern of ['weeb', 'web,weeb', 'web:!weeb', 'web:&weeb', 'weeb[0]']) {
      const [problem] = await diagnosticsOf(() => select(pattern));
      expect(problem, pattern).to.include({ code: 'inventory.no-match', hint: "did you mean 'web'?" });
    }
    expect(await refusalsOf(() => select('web:&db'))).to.deep.equal([
      "the pattern 'web:&db' selects no host",
    ]);
    expect(await refusalsOf(() => select('empty'))).to.deep.equal(["the pattern 'empty' selects no host"]);
    expect(await refusalsOf(() => select('web[9]'))).to.deep.equal([
      "'web[9]' selects no host: 'web' has 5, counted from 0",
    ]);
    const [begin] = await diagnosticsOf(() => select('db[:1]'));
    expect(begin?.hint).to.include('[0:2]');
    const [separators] = await diagnosticsOf(() => select('web:!web1,db'));
    expect(separators?.hint).to.include('neither colons nor spaces separate');
  });

  it('is refused if it is not valid', async () => {
    for (const pattern of ['', ' , ', '~web[', '~(a+)+$']) {
      const problems = await diagnosticsOf(() =>
        pattern === '~(a+)+$' ? selectHosts(longNames, pattern) : select(pattern),
      );
      expect(problems[0]?.code, pattern).to.equal('inventory.pattern');
    }
  });

  it('selects this machine if nothing else has its name', async () => {
    const [local] = selectHosts(inventory, 'localhost');
    expect(local?.variables.get('ansible_connection')).to.equal('local');
    expect(select('web1,127.0.0.1')).to.equal('web1 localhost');
    const explicit = await readFiles({ hosts: 'localhost x=1\n' });
    expect(selectHosts(explicit, '::1')[0]).to.equal(explicit.hosts.get('localhost'));
  });

  it('tells names of digits from an IPv6 address', async () => {
    const names = Array.from({ length: 9 }, (_, index) => `00${index + 1}`);
    const digits = await readFiles({ hosts: names.map((name) => `[${name}]\nh${name}\n`).join('') });
    for (const count of [8, 9])
      expect(selectHosts(digits, names.slice(0, count).join(':'))).to.have.length(count);
  });

  it('selects what sets of hosts would', () => {
    const names = fc.constantFrom('web', 'db', 'eu', 'web1', 'web4', 'db03', 'v6', 'all');
    const element = fc.tuple(fc.constantFrom('', '!', '&'), names);
    const setOf = (name: string) =>
      new Set(inventory.groups.get(name)?.hosts ?? (inventory.hosts.has(name) ? [name] : []));
    fc.assert(
      fc.property(fc.array(element, { minLength: 1, maxLength: 5 }), (elements) => {
        const of = (sign: string) => elements.filter(([one]) => one === sign).map(([, name]) => setOf(name));
        const added = of('').length === 0 ? [setOf('all')] : of('');
        const expected = [...inventory.hosts.keys()].filter(
          (name) =>
            added.some((set) => set.has(name)) &&
            of('&').every((set) => set.has(name)) &&
            !of('!').some((set) => set.has(name)),
        );
        fc.pre(expected.length > 0);
        const pattern = elements.map((parts) => parts.join('')).join(',');
        expect(select(pattern).split(' ').sort()).to.deep.equal(expected.sort());
      }),
    );
  });
});

/** Names that a regular expression with nested repetition matches in very many ways. */
const longNames: Inventory = await readFiles({ hosts: `${'a'.repeat(60)}b\n` });
