import { expect } from 'chai';
import fc from 'fast-check';
import { Unreadable } from '../../../../src/engine/provider.js';
import { SimulatedHost } from '../../../../src/hosts/simulated/simulated-host.js';
import {
  DpkgStatus,
  isInstalled,
  parseStatus,
  readDpkgStatus,
} from '../../../../src/resources/package/apt/dpkg-status.js';
import { dpkg, stanza, status } from './debian.js';

describe("dpkg's database", () => {
  const parse = (...stanzas: string[]) => new DpkgStatus(parseStatus(status(dpkg, ...stanzas)));

  it('gives the version of an installed package', () => {
    const found = parse(stanza('memcached', '1.6.18-1')).find('memcached');
    expect(found).to.include({ name: 'memcached', version: '1.6.18-1', architecture: 'amd64' });
    expect(found && isInstalled(found)).to.equal(true);
  });

  it('takes fields from the beginning of their own line alone', () => {
    const text = `Package: a\nDescription: Version: 9\n Version: 8\nStatus: install ok installed\nVersion: 1\nArchitecture: all`;
    expect([...parseStatus(text)][0]).to.include({ version: '1', architecture: 'all' });
  });

  for (const state of ['unpacked', 'half-installed', 'half-configured', 'config-files', 'not-installed']) {
    it(`does not count a package that is ${state} as installed`, () => {
      const found = parse(stanza('memcached', '1', { state: `install ok ${state}` })).find('memcached');
      expect(found && isInstalled(found)).to.equal(false);
    });
  }

  for (const state of ['triggers-pending', 'triggers-awaited']) {
    it(`counts a package whose triggers are due (${state}) as installed`, () => {
      const found = parse(stanza('man-db', '1', { state: `install ok ${state}` })).find('man-db');
      expect(found && isInstalled(found)).to.equal(true);
    });
  }

  it("means the host's own architecture where none is named, and the other where it is", () => {
    const both = parse(stanza('libc6', '2.36'), stanza('libc6', '2.31', { architecture: 'i386' }));
    expect(both.find('libc6')?.version).to.equal('2.36');
    expect(both.find('libc6:amd64')?.version).to.equal('2.36');
    expect(both.find('libc6:i386')?.version).to.equal('2.31');
    expect(parse(stanza('libc6', '2.31', { architecture: 'i386' })).find('libc6')).to.equal(undefined);
  });

  it('finds packages of all architectures under their plain name', () => {
    expect(parse(stanza('tzdata', '2025', { architecture: 'all' })).find('tzdata')?.version).to.equal('2025');
  });

  it('finds what provides a virtual package, and only where that is installed', () => {
    const provides = 'Provides: mail-transport-agent, default-mta (= 1)';
    const exim = parse(stanza('exim4', '4.96', { more: provides }));
    expect(exim.findProvider('mail-transport-agent')?.name).to.equal('exim4');
    expect(exim.findProvider('default-mta')?.name).to.equal('exim4');
    const removed = parse(stanza('exim4', '4.96', { state: 'deinstall ok config-files', more: provides }));
    expect(removed.findProvider('mail-transport-agent')).to.equal(undefined);
  });

  it('takes into account the journal that dpkg has not merged yet', async () => {
    const host = new SimulatedHost({
      files: {
        '/var/lib/dpkg/status': status(dpkg, stanza('memcached', '1')),
        '/var/lib/dpkg/updates/0001': stanza('memcached', '2', { state: 'install ok half-configured' }),
        '/var/lib/dpkg/updates/tmp.i': 'garbage',
      },
    });
    const read = await readDpkgStatus(host);
    expect(read).to.be.instanceOf(DpkgStatus);
    if (read instanceof DpkgStatus) {
      expect(read.find('memcached')).to.include({ version: '2', status: 'half-configured' });
    }
    expect(host.commands).to.deep.equal([]);
  });

  it('is unreadable if it does not exist', async () => {
    const read = await readDpkgStatus(new SimulatedHost());
    expect(read)
      .to.be.instanceOf(Unreadable)
      .and.to.have.property('reason')
      .that.matches(/^dpkg is not installed on simulated/);
  });

  it('reads back every package that is written into it, and throws at no text', () => {
    const word = fc.stringMatching(/^[a-z][a-z0-9+.-]{1,12}$/);
    const packages = fc.uniqueArray(fc.tuple(word, fc.stringMatching(/^[0-9][0-9.:~-]{0,6}$/)), {
      selector: ([name]) => name,
    });
    fc.assert(
      fc.property(packages, (entries) => {
        const parsed = [...parseStatus(status(...entries.map(([name, version]) => stanza(name, version))))];
        expect(parsed.map(({ name, version }) => [name, version])).to.deep.equal(entries);
      }),
    );
    fc.assert(
      fc.property(fc.string(), (text) => [...parseStatus(text)].every(({ name }) => name !== undefined)),
    );
  });

  it('reads ten thousand packages', () => {
    const text = status(
      ...Array.from({ length: 10_000 }, (_, at) =>
        stanza(`p${at}`, '1', { more: `Description: ${'x'.repeat(800)}` }),
      ),
    );
    expect([...parseStatus(text)]).to.have.length(10_000);
  });
});
