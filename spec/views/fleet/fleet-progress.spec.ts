import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import type { FleetEvent } from '../../../src/fleet/fleet-report.js';
import { FleetProgress, makePaint } from '../../../src/views/index.js';

const identity = { formatVersion: 1, runId: 'x' } as const;

describe('the progress of a fleet on a terminal', () => {
  function open() {
    let written = '';
    const write = (text: string) => {
      written += text;
    };
    const stream = { isTTY: true, columns: 60, write };
    const progress = new FleetProgress(stream, makePaint(false));
    return {
      progress,
      /** What was written since it was last taken. */
      take: () => {
        const text = written;
        written = '';
        return text;
      },
    };
  }

  const started = (host: string): FleetEvent => ({ ...identity, host, type: 'host-started' });

  it('has a line for each host at work', async () => {
    const { progress, take } = open();
    progress.handle(started('a'));
    progress.handle(started('b'));
    progress.handle({ ...identity, host: 'b', type: 'host-waiting', waiting: true });
    await sleep(450);
    expect(take()).to.match(/a {2}connecting … \d s\nb {2}waiting for other hosts$/);
    progress.end();
  });

  it('removes all its lines, so that something else can be written', async () => {
    const { progress, take } = open();
    for (const host of ['a', 'b', 'c']) progress.handle(started(host));
    await sleep(250);
    take();
    progress.clear();
    expect(take()).to.equal('\r\x1b[2K\x1b[1A\r\x1b[2K\x1b[1A\r\x1b[2K');
    progress.end();
    expect(take()).to.equal('');
  });

  it('shows some of many hosts, and counts the others', async () => {
    const { progress, take } = open();
    for (let index = 0; index < 30; index += 1) progress.handle(started(`h${index}`));
    await sleep(250);
    const lines = take().split('\n');
    expect(lines).to.have.lengthOf(20);
    expect(lines.at(-1)).to.equal('and 11 more hosts');
    progress.end();
  });
});
