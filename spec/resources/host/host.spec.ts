import { expect } from 'chai';
import type { AttributesOf } from '../../../src/catalog/index.js';
import { SimulatedHost } from '../../../src/hosts/simulated/simulated-host.js';
import { Host } from '../../../src/resources/host/host.js';
import { converge, errorsOf } from '../converge.js';

type Attributes = AttributesOf<typeof Host.definition.attributes>;

const BEFORE = '# static\n127.0.0.1 localhost\n\n10.0.0.5   db database  # the old one\n::1 localhost';

interface Case {
  readonly what: string;
  readonly given: Readonly<Record<string, Attributes>>;
  readonly after: string;
}

const cases: readonly Case[] = [
  {
    what: 'adds a name at the end',
    given: {
      controller: { ip: '10.0.0.9', host_aliases: ['controller.example.org', 'api'], comment: 'ours' },
    },
    after: `${BEFORE}\n10.0.0.9\tcontroller\tcontroller.example.org api\t# ours\n`,
  },
  {
    what: 'changes an address and keeps aliases and comment that the manifest does not speak of',
    given: { db: { ip: '10.0.0.6' } },
    after: `${BEFORE.replace('10.0.0.5   db database  # the old one', '10.0.0.6\tdb\tdatabase\t# the old one')}\n`,
  },
  {
    what: 'takes all aliases and the comment away',
    given: { db: { ip: '10.0.0.5', host_aliases: [], comment: '' } },
    after: `${BEFORE.replace('10.0.0.5   db database  # the old one', '10.0.0.5\tdb')}\n`,
  },
  {
    what: 'removes a name',
    given: { db: { ensure: 'absent' } },
    after: `${BEFORE.replace('10.0.0.5   db database  # the old one\n', '')}\n`,
  },
  {
    what: 'removes a name from one of its addresses alone',
    given: { localhost: { ensure: 'absent', ip: '::1' } },
    after: BEFORE.replace('\n::1 localhost', '\n'),
  },
  {
    what: 'adds what is not there to many in one go',
    given: { a: { ip: '10.1.0.1' }, b: { ip: '10.1.0.2' }, c: { ip: 'fe80::1' } },
    after: `${BEFORE}\n10.1.0.1\ta\n10.1.0.2\tb\nfe80::1\tc\n`,
  },
];

describe('host', () => {
  for (const { what, given, after } of cases) {
    it(`${what}, and has nothing to do afterwards`, async () => {
      const host = new SimulatedHost({ files: { '/etc/hosts': BEFORE } });
      const apply = () =>
        converge(host, (site) => {
          for (const [title, attributes] of Object.entries(given)) new Host(site, title, attributes);
        });
      await apply();
      const [text] = await host.files.read(['/etc/hosts']);
      expect(String(text)).to.equal(after);
      expect((await apply()).resources).to.deep.equal([]);
    });
  }

  it('does not change names that are in sync', async () => {
    const host = new SimulatedHost({ files: { '/etc/hosts': BEFORE } });
    const report = await converge(host, (site) => {
      new Host(site, 'localhost', { ip: '127.0.0.1' });
      new Host(site, 'db', { ip: '10.0.0.5', host_aliases: 'database', comment: 'the old one' });
    });
    expect(report.resources).to.deep.equal([]);
  });

  it('creates the file if it is missing', async () => {
    const host = new SimulatedHost({ files: { '/etc/passwd': '' } });
    await converge(host, (site) => void new Host(site, 'a', { ip: '10.0.0.1' }));
    expect(String((await host.files.read(['/etc/hosts']))[0])).to.equal('10.0.0.1\ta\n');
  });

  const refused: readonly [string, Attributes, RegExp][] = [
    ['a', {}, /needs an ip/],
    ['a', { ip: '300.1.1.1' }, /not an IPv4 or IPv6 address/],
    ['a b', { ip: '10.0.0.1' }, /name must be a host name/],
    ['a', { ip: '10.0.0.1', host_aliases: 'b c' }, /host_aliases must be/],
    ['a', { ip: '10.0.0.1', comment: 'x\ny' }, /comment must be one line/],
  ];
  for (const [title, given, message] of refused) {
    it(`refuses ${title} with ${JSON.stringify(given)}`, async () => {
      expect(await errorsOf((site) => void new Host(site, title, given))).to.match(message);
    });
  }
});
