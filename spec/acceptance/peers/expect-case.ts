import { expect } from 'chai';
import type { Output } from '../lab/command.js';
import type { PeerHost } from './peer-host.js';
import type { LocatedCase } from './peer-suites.js';

/** What `--detailed-exitcodes` answers. */
const status = { unable: 1, unchanged: 0, changed: 2, failed: [4, 6] } as const;

/** Applies a case twice and looks at the host after each run; throws where something is not as the case says. */
export async function expectCase(peers: PeerHost, located: LocatedCase): Promise<void> {
  const { definition } = located;
  const apply = () =>
    peers.glanceApply(located, 'apply', '--detailed-exitcodes', '--state-dir', `/run/peers/${located.name}`);
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

function expectFirst({ definition }: LocatedCase, run: Output): void {
  const { fails, refused, says, inSync } = definition;
  if (refused) {
    expect(run.status, `it is refused:\n${all(run)}`).to.equal(status.unable);
    expect(unwrap(run)).to.match(refused);
  } else if (fails) {
    expect(run.status, `it fails:\n${all(run)}`).to.be.oneOf([...status.failed]);
    expect(unwrap(run)).to.match(fails);
  } else {
    const expected = inSync ? status.unchanged : status.changed;
    expect(run.status, `it ${inSync ? 'changes nothing' : 'changes something'}:\n${all(run)}`).to.equal(
      expected,
    );
  }
  if (says) expect(unwrap(run)).to.match(says);
}

function all({ stdout, stderr }: Output): string {
  return stdout + stderr;
}

/** Joins the lines of a message, which are broken wherever a name happens to end. */
function unwrap(run: Output): string {
  return all(run).replace(/\n\s+/g, ' ');
}
