import { expect } from 'chai';
import type { AttributesOf } from '../../../src/catalog/index.js';
import { SimulatedHost } from '../../../src/hosts/simulated/simulated-host.js';
import { AliasesFile } from '../../../src/resources/mailalias/aliases-file.js';
import { Mailalias } from '../../../src/resources/mailalias/mailalias.js';
import { cpuTime } from '../../cpu-time.js';
import { converge, errorsOf } from '../converge.js';

type Attributes = AttributesOf<typeof Mailalias.definition.attributes>;

const path = '/etc/aliases';
const BEFORE = `# See man 5 aliases
postmaster:    root
list: a, b@example.org,
\t"|/usr/bin/prog one, two"
lists: :include: /etc/mail/list
`;

describe('mailalias', () => {
  /** What becomes of the file; a second look must find nothing to do. */
  async function applied(title: string, attributes: Attributes): Promise<string> {
    const host = new SimulatedHost({ files: { [path]: BEFORE } });
    const apply = () => converge(host, (site) => void new Mailalias(site, title, attributes));
    await apply();
    expect((await apply()).resources).to.deep.equal([]);
    return String((await host.files.read([path]))[0]);
  }

  it('adds an alias, and quotes what is not a plain address', async () => {
    expect(
      await applied('new', { recipient: ['root', 'a+b@example.org', '/var/mail/new', '|prog "x"'] }),
    ).to.equal(`${BEFORE}new: root,a+b@example.org,"/var/mail/new","|prog \\"x\\""\n`);
  });

  it('splits addresses in one string, and nothing else', async () => {
    expect(await applied('new', { recipient: 'foo,bar, baz' })).to.equal(`${BEFORE}new: foo,bar,baz\n`);
    expect(await applied('new', { recipient: '|prog a,b' })).to.equal(`${BEFORE}new: "|prog a,b"\n`);
  });

  it('does not change the notation of an alias that is in sync', async () => {
    expect(await applied('postmaster', { recipient: 'root' })).to.equal(BEFORE);
    expect(await applied('list', { recipient: ['a', 'b@example.org', '|/usr/bin/prog one, two'] })).to.equal(
      BEFORE,
    );
    expect(await applied('lists', { file: '/etc/mail/list' })).to.equal(BEFORE);
  });

  it('replaces or removes an alias with all the lines that it goes on in', async () => {
    expect(await applied('list', { recipient: 'c' })).to.equal(
      BEFORE.replace(/list: a[^\n]*\n[^\n]*\n/, 'list: c\n'),
    );
    expect(await applied('list', { ensure: 'absent' })).to.equal(
      BEFORE.replace(/list: a[^\n]*\n[^\n]*\n/, ''),
    );
  });

  it('changes between recipients and a file of recipients', async () => {
    expect(await applied('lists', { recipient: 'root' })).to.equal(
      BEFORE.replace(':include: /etc/mail/list', 'root'),
    );
    expect(await applied('postmaster', { file: '/etc/mail/p' })).to.equal(
      BEFORE.replace('postmaster:    root', 'postmaster: :include: /etc/mail/p'),
    );
  });

  it('needs one of recipient and file, and not both', async () => {
    const errorOf = (attributes: Attributes) => errorsOf((site) => void new Mailalias(site, 'x', attributes));
    expect(await errorOf({})).to.contain('needs a recipient');
    expect(await errorOf({ recipient: 'a', file: '/b' })).to.contain('cannot be combined');
    expect(await errorOf({ file: 'b' })).to.contain('absolute path');
    expect(await errorOf({ recipient: 'a\nb' })).to.contain('one line');
  });

  it('is read in time, and its quotes that nothing closes are letters', () => {
    const spent = cpuTime(() => {
      for (const piece of ['\\"x ', '"', ' ', '"a",', ':'])
        new AliasesFile(`root: ${piece.repeat(64_000 / piece.length)}x\nother: a, "b, c`);
    });
    expect(spent).to.be.below(2000);
    const { aliases } = new AliasesFile('one: a, "b, c", d "e\ntwo: "a\\"b,c", |x "y,z", "u');
    expect(aliases.map(({ recipients }) => recipients)).to.deep.equal([
      ['a', 'b, c', 'd "e'],
      ['a"b,c', '|x "y,z"', '"u'],
    ]);
  });
});
