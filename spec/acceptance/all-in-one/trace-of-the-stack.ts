import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { builtCheckout, checkoutInHost } from '../lab/checkout.js';
import type { LabHost } from '../lab/lab-host.js';
import { bootSystemdHost } from '../lab/systemd-host.js';
import { first, passwordsIn, printed, second, watch } from './stack-passwords.js';
import { type Call, callsIn } from './strace-lines.js';

const calls = 'execve,execveat,open,openat,openat2,creat';

/** Where a trace is written that nobody else may read: it has all that it is to find. */
const traces = '/root/traces';

describe('a trace of manifests/all-in-one.ts, applied and applied again with other passwords, shows', () => {
  let host: LabHost;
  const seen: Call[] = [];

  before(async () => {
    host = await bootSystemdHost({ [checkoutInHost]: await builtCheckout() });
    await host.must(['apt-get', '-q', 'update']);
    await host.must(['apt-get', '-qy', 'install', 'strace']);
    await watch(host);
    await host.must(['mkdir', '-m', '0700', traces]);
    for (const [at, passwords] of [first, second].entries()) {
      const file = `${traces}/${at}`;
      // Programs are let go where they begin: what they do themselves, the watcher sees.
      const how = ['-f', '-b', 'execve', '-q', '-y', '-v', '-s', '65535', '-e', `trace=${calls}`];
      const words = ['apply', 'manifests/all-in-one.ts'];
      await printed(host, passwords, words, ['strace', ...how, '-o', file]);
      for (const call of callsIn(await readFile(join(host.root, file), 'latin1'))) seen.push(call);
    }
  });
  after(() => host?.stop());

  it('what it was made for: programs that were started, and files that were written', async () => {
    const programs = seen.filter(({ name }) => name === 'execve').map(({ texts }) => texts[0]);
    expect(
      programs.some((path) => path?.endsWith('/apt-get')),
      programs.join(' '),
    ).to.equal(true);
    expect(programs.length).to.be.greaterThan(20);
    expect(seen.some(({ texts }) => texts.some((text) => text.includes('glance-api.conf')))).to.equal(true);
    expect(Number(await host.must(['cat', '/run/rounds']))).to.be.greaterThan(100);
    const arguments_ = await host.must(['cat', '/run/arguments']);
    expect(arguments_).to.contain('glance-apply.js apply').and.to.contain('rabbitmq');
  });

  it('no password among the arguments of any program that was started', () => {
    const found = seen
      .filter(({ name }) => name.startsWith('execve'))
      .flatMap((call) =>
        passwordsIn(argumentsOf(call).join('\0')).map((which) => `${call.texts[0]}: ${which}`),
      );
    expect([...new Set(found)]).to.deep.equal([]);
  });

  it('no password among the arguments of any process that was seen on the host', async () => {
    expect(passwordsIn(await host.must(['cat', '/run/arguments']))).to.deep.equal([]);
  });

  it('no password, at any moment, in a file that every user may read', async () => {
    expect(await host.must(['cat', '/run/readable'])).to.equal('');
  });

  it('no file of the library that others could read before its access was set', () => {
    const own = seen.filter(
      ({ line, texts }) => /O_CREAT/.test(line) && texts.some((path) => /glance-apply/.test(path)),
    );
    expect(own.length).to.be.greaterThan(20);
    const open = own.filter(({ line }) => !/O_CREAT.*, 0[0-7]?00\)/.test(line));
    expect(open.map(({ line }) => line.slice(0, 300))).to.deep.equal([]);
  });

  it("no file that was opened by the way of another user's link", async () => {
    const links = (await host.must(['cat', '/run/links'])).split('\n').filter(Boolean);
    const followed = seen.filter(
      ({ name, line, texts: [path = ''] }) =>
        name.startsWith('open') &&
        links.some((link) => path.startsWith(`${link}/`) || (path === link && !line.includes('O_NOFOLLOW'))),
    );
    expect(followed.map(({ line }) => line.slice(0, 300))).to.deep.equal([]);
  });
});

/** The words of a program; behind them stands its environment, in brackets of its own. */
function argumentsOf({ line, texts }: Call): readonly string[] {
  const words = /^\w+\([^[]*\[((?:"(?:[^"\\]|\\.)*"(?:, )?)*)\]/s.exec(line)?.[1] ?? '';
  const count = [...words.matchAll(/"(?:[^"\\]|\\.)*"/gs)].length;
  return texts.slice(1, 1 + count);
}
