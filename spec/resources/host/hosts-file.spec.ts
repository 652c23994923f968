import { expect } from 'chai';
import fc from 'fast-check';
import { type HostEntry, HostsFile } from '../../../src/resources/host/hosts-file.js';

const entry: fc.Arbitrary<HostEntry> = fc.record({
  ip: fc.oneof(fc.ipV4(), fc.ipV6()),
  name: fc.domain(),
  aliases: fc.array(fc.domain()),
  comment: fc.string().map((text) => text.replace(/[\r\n]/g, '').trim()),
});

const texts = fc
  .array(fc.oneof(fc.string(), entry.map(printed), fc.constantFrom('::1 x', '10.0.0.1 x y # z', '# x')))
  .map((lines) => lines.join('\n'));

/** A file of one entry. */
function printed(one: HostEntry): string {
  const file = new HostsFile('');
  file.put(one);
  return file.text;
}

describe('a hosts file', () => {
  it('is read with the names and the comment of each line', () => {
    const file = new HostsFile(
      '# top\n127.0.0.1\tlocalhost\n\n::1 ip6-localhost  ip6-loopback # six\n10.0.0.1\n',
    );
    expect(file.entries).to.deep.equal([
      { ip: '127.0.0.1', name: 'localhost', aliases: [], comment: '' },
      { ip: '::1', name: 'ip6-localhost', aliases: ['ip6-loopback'], comment: 'six' },
    ]);
  });

  it('is printed as it was read, but for a missing line break at its end', () => {
    fc.assert(
      fc.property(texts, (before) => {
        const whole = before === '' || before.endsWith('\n') ? before : `${before}\n`;
        expect(new HostsFile(before).text).to.equal(whole);
      }),
    );
  });

  it('contains what was added, and the other names', () => {
    fc.assert(
      fc.property(texts, entry, (before, one) => {
        const file = new HostsFile(before);
        const others = file.entries.filter(({ name }) => name !== one.name);
        file.put(one);
        const reread = new HostsFile(file.text);
        expect(reread.find(one.name, one.ip)).to.deep.equal(one);
        expect(reread.entries.filter(({ name }) => name !== one.name)).to.deep.equal(others);
        reread.put(one);
        expect(reread.text).to.equal(file.text);
      }),
    );
  });

  it('is as before when an addition is removed again', () => {
    fc.assert(
      fc.property(texts, entry, (before, one) => {
        const file = new HostsFile(before);
        fc.pre(file.find(one.name, undefined) === undefined);
        file.put(one);
        file.remove(one.name, undefined);
        expect(file.text).to.equal(new HostsFile(before).text);
      }),
    );
  });

  it('has the line of a name by its address, else of the same kind of address', () => {
    const file = new HostsFile('::1 x\n10.0.0.1 x\n10.0.0.2 x\n');
    expect(file.find('x', '10.0.0.2')?.ip).to.equal('10.0.0.2');
    expect(file.find('x', '10.0.0.9')?.ip).to.equal('10.0.0.1');
    expect(file.find('x', 'fe80::1')?.ip).to.equal('::1');
    expect(file.find('x', undefined)?.ip).to.equal('::1');
    expect(file.find('y', undefined)).to.equal(undefined);
    expect(file.findExactly('x', '10.0.0.9')).to.equal(undefined);
  });
});
