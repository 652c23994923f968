import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { builtCheckout, checkoutInHost } from '../lab/checkout.js';
import type { LabHost } from '../lab/lab-host.js';
import { startPlainHost } from '../lab/plain-host.js';
import { runResources } from '../lab/run-resources.js';

/** Milliseconds that it goes on at least. */
const DURATION = 60_000;

/** So many exchanges of each kind at least are made. */
const FEWEST_EXCHANGES = 1000;

/** Its existence ends the exchanges. */
const ENOUGH = '/srv/enough';

/** What at least must have been done in spite of the exchanges. */
const REACHED = ['File[/srv/purged]', 'Tidy[/srv/tidied]'];

/** So many runs at least must have met the exchanges. */
const FEWEST_RUNS = 5;

/** Below the names that alice exchanges, every way in which a run changes files. */
const resources = {
  file: {
    '/srv/owned': { ensure: 'directory', recurse: true, owner: 'alice', group: 'root', mode: '0640' },
    '/srv/purged': { ensure: 'directory', recurse: true, purge: true, force: true, backup: false },
    '/srv/removed': { ensure: 'absent', force: true },
    '/home/alice/bin/f0': { content: 'written\n', owner: 'alice', mode: '0666' },
    '/home/alice/bin/new': { content: 'written\n' },
    '/home/alice/bin/dir': { ensure: 'directory', owner: 'alice', mode: '0777' },
    '/home/alice/bin/link': { ensure: 'link', target: '/etc/passwd' },
    '/home/alice/bin/f1': { ensure: 'absent' },
    '/home/alice/saved': { content: 'written\n', backup: '.bak', mode: '0666' },
    ...Object.fromEntries(
      [0, 1, 2, 3, 4].map((index) => [
        `/home/alice/kept${index}`,
        { ensure: 'file', content: 'written\n', force: true, backup: '.bak' },
      ]),
    ),
  },
  tidy: { '/srv/tidied': { recurse: true, rmdirs: true } },
  file_line: { line: { path: '/home/alice/edited', line: 'added' } },
  ini_setting: { setting: { path: '/home/alice/settings', section: 's', setting: 'a', value: 'b' } },
};

describe('paths that a user exchanges as fast as can be while root applies to them, on a Debian 12', () => {
  let host: LabHost;
  before(async () => {
    host = await startPlainHost({ [checkoutInHost]: await builtCheckout() });
    await host.must(['useradd', '-m', '-s', '/bin/sh', 'alice']);
    await host.must([
      'sh',
      '-ec',
      `mkdir -p /srv/foreign/sub
       for name in f0 f1 f2 f3 sub/f0; do echo "precious $name" > /srv/foreign/$name; done
       chmod -R go= /srv/foreign; chmod 0711 /srv/foreign
       for tree in owned purged tidied removed aside; do install -d -o alice -g alice /srv/$tree; done
       chown alice /srv`,
    ]);
    const program = fileURLToPath(new URL('programs/exchange.mjs', import.meta.url));
    await host.must(['tee', '/home/alice/exchange.mjs'], { input: await readFile(program, 'utf8') });
  });
  after(() => host?.stop());

  /** All that is in the foreign directory, with owners, modes and contents, and which names system directories have. */
  const foreign = () =>
    host.must([
      'sh',
      '-ec',
      "find /srv/foreign /etc/passwd /etc/profile.d -printf '%p %y %U %G %m %s %l\\n' | sort; find /srv/foreign -type f | sort | xargs sha256sum",
    ]);

  it('never lead to what is not hers', async () => {
    const before = await foreign();
    const [program = '', ...args] = host.line([
      ...['setpriv', '--reuid=alice', '--regid=alice', '--init-groups', '--'],
      ...['node', '/home/alice/exchange.mjs', ENOUGH, String(FEWEST_EXCHANGES)],
    ]);
    const attacker = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const said = text(attacker.stdout);
    let isOver = false;
    void said.finally(() => {
      isOver = true;
    });
    let runs = 0;
    const reached = new Set<string>();
    let refusals = 0;
    let given = 0;
    const began = Date.now();
    for (; !isOver; runs += 1) {
      const told = await runResources(host, resources);
      given +=
        (await host.must(['find', '/srv/owned', '-type', 'f', '-perm', '0640'])).split('\n').length - 1;
      for (const { reference, outcome, reason = '' } of told.resources) {
        // One exchange among many fails a change that has done the rest; one at the first look fails all of it.
        if (!reason.startsWith('its state cannot be read')) reached.add(reference);
        if (outcome === 'failed') refusals++;
      }
      expect(await foreign(), `after run ${runs + 1}`).to.equal(before);
      // The runs did work, and met what they refuse.
      const isMet = REACHED.every((reference) => reached.has(reference)) && given > 0 && refusals > 0;
      if (isMet && runs >= FEWEST_RUNS && Date.now() - began > DURATION) await host.must(['touch', ENOUGH]);
    }
    const counts = JSON.parse(await said) as Readonly<Record<string, number>>;
    expect(runs, 'runs').to.be.at.least(FEWEST_RUNS);
    expect(counts.directories, 'directories that became links').to.be.greaterThan(FEWEST_EXCHANGES);
    expect(counts.links, 'files that became links').to.be.greaterThan(FEWEST_EXCHANGES);
  });
});
