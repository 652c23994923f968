import { expect } from 'chai';
import fc from 'fast-check';
import { findHost, hostLine, parseHosts, printHosts } from '../../../src/resources/host/hosts-file.js';

const entry = fc.record({
  ip: fc.oneof(fc.ipV4(), fc.ipV6()),
  name: fc.domain(),
  aliases: fc.array(fc.domain()),
  comment: fc.string().map((text) => text.replace(/[\r\n]/g, '').trim()),
});

describe('a hosts file', () => {
  it('is read with the names and the comment of each line', () => {
    const lines = parseHosts(
      '# top\n127.0.0.1\tlocalhost\n\n::1 ip6-localhost  ip6-loopback # six\n10.0.0.1\n',
    );
    expect(lines.map((line) => line.entry)).to.deep.equal([
      undefined,
      { ip: '127.0.0.1', name: 'localhost', aliases: [], comment: '' },
      undefined,
      { ip: '::1', name: 'ip6-localhost', aliases: ['ip6-loopback'], comment: 'six' },
      undefined,
    ]);
  });

  it('is printed as it was read, but for a missing line break at its end', () => {
    const text = fc
      .array(
        fc.oneof(
          fc.string(),
          entry.map((one) => hostLine(one).text),
        ),
      )
      .map((lines) => lines.join('\n'));
    fc.assert(
      fc.property(text, (before) => {
        const after = printHosts(parseHosts(before));
        expect(after).to.equal(before === '' || before.endsWith('\n') ? before : `${before}\n`);
      }),
    );
  });

  it('says what was put into it', () => {
    fc.assert(
      fc.property(entry, (one) => {
        expect(parseHosts(printHosts([hostLine(one)])).map((line) => line.entry)).to.deep.equal([one]);
      }),
    );
  });

  it('has the line of a name by its address, else of the same kind of address', () => {
    const lines = parseHosts('::1 x\n10.0.0.1 x\n10.0.0.2 x\n');
    expect(findHost(lines, 'x', '10.0.0.2')?.entry?.ip).to.equal('10.0.0.2');
    expect(findHost(lines, 'x', '10.0.0.9')?.entry?.ip).to.equal('10.0.0.1');
    expect(findHost(lines, 'x', 'fe80::1')?.entry?.ip).to.equal('::1');
    expect(findHost(lines, 'x', undefined)?.entry?.ip).to.equal('::1');
    expect(findHost(lines, 'y', undefined)).to.equal(undefined);
  });
});
