import { readdir } from 'node:fs/promises';
import { expect } from 'chai';
import type { Output } from '../lab/command.js';
import { PeerHost } from './peer-host.js';
import { type LocatedCase, locatedCases, peerSuites } from './peer-suites.js';

/** What `--detailed-exitcodes` answers. */
const status = { unable: 1, unchanged: 0, changed: 2, failed: [4, 6] } as const;

const suites = await peerSuites();

describe('what other tools define', () => {
  let peers: PeerHost;
  before(async () => {
    peers = await PeerHost.boot(suites);
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

  for (const suite of suites) {
    describe(suite.type, () => {
      for (const located of locatedCases(suite)) {
        it(located.title, () => holds(located));
      }
    });
  }

  async function holds(located: LocatedCase): Promise<void> {
    const { definition } = located;
    const apply = () =>
      peers.glanceApply(located, 'apply', '--detailed-exitcodes', '--state-dir', `${located.dir}.state`);
    try {
      await peers.prepare(located);
      const first = await apply();
      expectFirst(located, first);
      await peers.verify(located);
      if (definition.fails || definition.refused || definition.again !== undefined) return;
      const second = await apply();
      expect(second.status, `the second run changes nothing:\n${all(second)}`).to.equal(status.unchanged);
      await peers.verify(located);
    } finally {
      await peers.clean(located);
    }
  }
});

function expectFirst({ definition }: LocatedCase, run: Output): void {
  const { fails, refused, says, inSync } = definition;
  if (refused) {
    expect(run.status, `it is refused:\n${all(run)}`).to.equal(status.unable);
    expect(all(run)).to.match(refused);
  } else if (fails) {
    expect(run.status, `it fails:\n${all(run)}`).to.be.oneOf([...status.failed]);
    expect(all(run)).to.match(fails);
  } else {
    const wanted = inSync ? status.unchanged : status.changed;
    expect(run.status, `it ${inSync ? 'changes nothing' : 'changes something'}:\n${all(run)}`).to.equal(
      wanted,
    );
  }
  if (says) expect(all(run)).to.match(says);
}

function all({ stdout, stderr }: Output): string {
  return stdout + stderr;
}
