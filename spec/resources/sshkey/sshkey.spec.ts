import { expect } from 'chai';
import type { AttributesOf } from '../../../src/catalog/index.js';
import { SimulatedHost } from '../../../src/hosts/simulated/simulated-host.js';
import { Resources } from '../../../src/resources/resources.js';
import { Sshkey } from '../../../src/resources/sshkey/sshkey.js';
import { converge, errorsOf } from '../converge.js';

type Attributes = AttributesOf<typeof Sshkey.definition.attributes>;

const path = '/etc/ssh/ssh_known_hosts';
/** What ssh-keygen -H made of `hidden`. */
const hashed = '|1|VLN1dqaGRv6lMaCY2hqEtMnfBE8=|r/kFyyH9rmyggZULfMslR0dBKEM=';
const BEFORE = `# ours
git,10.0.0.5 ssh-rsa AAAA by hand
git ssh-dss BBBB
@revoked bad ssh-rsa CCCC
${hashed} ssh-rsa DDDD
`;

describe('sshkey', () => {
  /** What becomes of the file; a second look must find nothing to do. */
  async function applied(given: Readonly<Record<string, Attributes>>): Promise<string> {
    const host = new SimulatedHost({ files: { [path]: BEFORE } });
    const apply = () =>
      converge(host, (site) => {
        for (const [title, attributes] of Object.entries(given)) new Sshkey(site, title, attributes);
      });
    await apply();
    expect((await apply()).resources).to.deep.equal([]);
    return String((await host.files.read([path]))[0]);
  }

  it('adds a key at the end, with the other names of the host', async () => {
    const given = {
      new: { type: 'ed25519', key: 'EEEE', host_aliases: ['10.0.0.6', '[new]:2222'] },
    } as const;
    expect(await applied(given)).to.equal(`${BEFORE}new,10.0.0.6,[new]:2222 ssh-ed25519 EEEE\n`);
  });

  it('distinguishes keys of one host by their types', async () => {
    const given = { git: { type: 'dsa', key: 'EEEE' }, 'git@ssh-ed25519': { key: 'FFFF' } } as const;
    expect(await applied(given)).to.equal(`${BEFORE.replace('BBBB', 'EEEE')}git ssh-ed25519 FFFF\n`);
  });

  it('changes a key and keeps other names and the comment', async () => {
    expect(await applied({ git: { type: 'rsa', key: 'EEEE' } })).to.equal(BEFORE.replace('AAAA', 'EEEE'));
  });

  it('changes the other names alone', async () => {
    expect(await applied({ git: { type: 'rsa', key: 'AAAA', host_aliases: [] } })).to.equal(
      BEFORE.replace('git,10.0.0.5', 'git'),
    );
  });

  it('removes every line that a key has in the file, in one run', async () => {
    const host = new SimulatedHost({
      files: { [path]: 'git ssh-rsa AAAA\nother ssh-rsa BBBB\ngit,alias ssh-rsa CCCC\n' },
    });
    const apply = () =>
      converge(host, (site) => void new Sshkey(site, 'git', { type: 'rsa', ensure: 'absent' }));
    await apply();
    expect(String((await host.files.read([path]))[0])).to.equal('other ssh-rsa BBBB\n');
    expect((await apply()).resources).to.deep.equal([]);
  });

  it('removes a key and no other of that host', async () => {
    expect(await applied({ git: { type: 'rsa', ensure: 'absent' } })).to.equal(
      BEFORE.replace('git,10.0.0.5 ssh-rsa AAAA by hand\n', ''),
    );
  });

  it('ignores lines with a marker', async () => {
    expect(await applied({ bad: { type: 'rsa', key: 'CCCC' } })).to.equal(`${BEFORE}bad ssh-rsa CCCC\n`);
  });

  it('finds a host whose name is hashed', async () => {
    expect(await applied({ hidden: { type: 'rsa', key: 'EEEE' } })).to.equal(BEFORE.replace('DDDD', 'EEEE'));
    expect(await applied({ hidden: { type: 'rsa', ensure: 'absent' } })).to.equal(
      BEFORE.replace(`${hashed} ssh-rsa DDDD\n`, ''),
    );
  });

  it('is purged of what is not in the catalog', async () => {
    const host = new SimulatedHost({ files: { [path]: BEFORE } });
    await converge(host, (site) => {
      new Sshkey(site, 'git', { type: 'rsa', key: 'AAAA' });
      new Resources(site, 'sshkey', { purge: true });
    });
    expect(String((await host.files.read([path]))[0])).to.equal(
      '# ours\ngit,10.0.0.5 ssh-rsa AAAA by hand\n@revoked bad ssh-rsa CCCC\n',
    );
  });

  const wrong: readonly (readonly [string, Attributes, string])[] = [
    ['a', { type: 'rsa' }, 'needs a key'],
    ['a', { key: 'AAAA' }, "'type'"],
    ['a,b', { type: 'rsa', key: 'AAAA' }, 'host_aliases'],
    ['a', { type: 'rsa', key: 'AAAA', host_aliases: ['b,c'] }, 'commas'],
    ['a', { type: 'md5', key: 'AAAA' }, 'type'],
  ];
  for (const [title, attributes, message] of wrong) {
    it(`refuses ${title} with ${JSON.stringify(attributes)}`, async () => {
      expect(await errorsOf((site) => void new Sshkey(site, title, attributes))).to.contain(message);
    });
  }
});
