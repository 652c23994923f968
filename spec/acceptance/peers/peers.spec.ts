import { readdir } from 'node:fs/promises';
import { expect } from 'chai';
import type { PeerCase } from './case.js';
import { expectCase } from './expect-case.js';
import { PeerHost } from './peer-host.js';
import { locatedCases, peerSuites } from './peer-suites.js';

const suites = await peerSuites();
const groupCases = suites.filter(({ type }) => type === 'group');

describe('a case of what other tools define', () => {
  let peers: PeerHost;
  before(async () => {
    peers = await PeerHost.boot(groupCases);
  });
  after(() => peers?.stop());

  it('differs from Puppet only where a decision says so', async () => {
    const decisions = await readdir(new URL('../../../docs/decisions', import.meta.url));
    const missing = suites.flatMap(({ type, cases }) =>
      Object.entries(cases).flatMap(([title, { puppet = 'same' }]) =>
        typeof puppet === 'object' &&
        'differs' in puppet &&
        !decisions.some((file) => file.startsWith(`${puppet.differs}-`))
          ? [`${type}: ${title}: ${puppet.differs}`]
          : [],
      ),
    );
    expect(missing).to.deep.equal([]);
  });

  const wrong: Readonly<Record<string, Partial<PeerCase>>> = {
    'that nothing changes': { inSync: true },
    'another host': { verify: 'false' },
    'a file that is not there': { files: { missing: '' } },
    'a failure': { fails: /./ },
    'a refusal': { refused: /./ },
    'a message that is not said': { says: /no such message/ },
  };
  for (const [what, expectation] of Object.entries(wrong)) {
    it(`fails a case that expects ${what}`, async () => {
      const [located] = groupCases.flatMap(locatedCases);
      if (located === undefined) throw new Error('there is no case of a group');
      const definition = { ...located.definition, ...expectation };
      const outcome = await expectCase(peers, { ...located, definition }).then(
        () => 'held',
        () => 'failed',
      );
      expect(outcome).to.equal('failed');
    });
  }
});
