import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { builtCheckout, checkoutInHost } from '../lab/checkout.js';
import type { LabHost } from '../lab/lab-host.js';
import { startPlainHost } from '../lab/plain-host.js';
import { runResources } from '../lab/run-resources.js';

const SPOOL = '/var/spool/cron/crontabs';

/** How many runs are killed at most. */
const ROUNDS = 30;

/** So many at least must have ended while the crontab was being replaced. */
const FEWEST_KILLED = 20;

/** More than fits into a pipe at once, with what only people write. */
const byHand = [
  'MAILTO=ops@example.org',
  '# Backups, by hand: caf\u00e9',
  '',
  ...Array.from({ length: 300 }, (_, index) => [
    `# by hand ${index}`,
    `${index % 60} 3 * * *\t/usr/bin/backup ${index} ${'x'.repeat(700)}`,
  ]).flat(),
  '@daily /usr/bin/last % input',
];

const jobsOf = (round: number) =>
  Object.fromEntries(
    ['a', 'b', 'c'].map((name) => [
      `job ${name}`,
      { command: `/usr/bin/job ${name} of ${round}`, minute: round % 60, user: 'root' },
    ]),
  );

describe('runs that are killed while they replace a crontab with jobs by hand, on a Debian 12', () => {
  let host: LabHost;
  before(async () => {
    host = await startPlainHost({ [checkoutInHost]: await builtCheckout() });
    await host.must(['apt-get', 'update', '-q']);
    await host.must(['apt-get', 'install', '-y', '-q', '--no-install-recommends', 'cron']);
    await host.must(['crontab', '-'], { input: `${byHand.join('\n')}\n` });
    const program = fileURLToPath(new URL('programs/kill-at-change.mjs', import.meta.url));
    await host.must(['tee', '/root/kill-at-change.mjs'], { input: await readFile(program, 'utf8') });
  });
  after(() => host?.stop());

  const crontab = () => readFile(join(host.root, SPOOL, 'root'), 'utf8');
  const isManaged = (line: string) => /^# Puppet Name: |\/usr\/bin\/job /.test(line);
  /** crontab(1) writes them above each table that it installs. */
  const isHeading = (line: string) =>
    /^# (?:DO NOT EDIT|\(.* installed on|\(Cron version|HEADER: )/.test(line);

  /** Lines by hand, and the rounds of which the managed jobs are. */
  async function look() {
    const lines = (await crontab()).trimEnd().split('\n');
    return {
      kept: lines.filter((line) => !isManaged(line) && !isHeading(line)).join('\n'),
      rounds: lines.flatMap((line) => /\/usr\/bin\/job . of (\d+)$/.exec(line)?.[1] ?? []).map(Number),
    };
  }

  it('lose no line of it, and have all of their jobs in it or none', async () => {
    await runResources(host, { cron: jobsOf(0) });
    const kept = byHand.join('\n');
    expect((await look()).kept).to.equal(kept);
    expect((await look()).rounds).to.deep.equal([0, 0, 0]);

    let killed = 0;
    let current = 0;
    for (let round = 1; round <= ROUNDS; round++) {
      const resources = JSON.stringify({ resources: { cron: jobsOf(round) } });
      await host.must(['tee', '/root/node.yaml'], { input: resources });
      const run = ['node', `${checkoutInHost}/dist/glance-apply.js`, 'apply', '/root/node.yaml'];
      const how = round % 2 === 0 ? 'all' : 'run';
      const at = String(1 + (round % 5));
      const said = await host.must(['node', 'kill-at-change.mjs', SPOOL, at, 'crontab', how, ...run]);
      if (said === 'killed') killed++;
      const now = await look();
      expect(now.kept, `after round ${round}`).to.equal(kept);
      expect(now.rounds, `after round ${round}`).to.have.lengthOf(3);
      expect(new Set(now.rounds).size, `after round ${round}: ${now.rounds}`).to.equal(1);
      expect(now.rounds[0], `after round ${round}`).to.be.oneOf([current, round]);
      current = now.rounds[0] ?? current;
    }
    expect(killed, 'runs that were killed').to.be.at.least(FEWEST_KILLED);

    const told = await runResources(host, { cron: jobsOf(ROUNDS + 1) });
    expect(told.of('failed')).to.deep.equal([]);
    expect((await look()).rounds).to.deep.equal([ROUNDS + 1, ROUNDS + 1, ROUNDS + 1]);
    expect((await look()).kept).to.equal(kept);
    expect((await runResources(host, { cron: jobsOf(ROUNDS + 1) })).resources).to.deep.equal([]);
    expect(
      (await readdir(join(host.root, SPOOL))).filter((name) => name.includes('glance-apply')),
    ).to.deep.equal([]);
  });
});
