import { setTimeout as sleep } from 'node:timers/promises';
import { ensureDefined } from '../../errors/ensure-defined.js';
import type { HostUnderTest } from './host-under-test.js';

/** The message of every call that cannot be completed any more. */
const LOST = /lost the connection to .*: \S/;

/** Declares what holds for hosts behind a connection when it breaks. */
export function lostConnectionConforms(tested: HostUnderTest): void {
  const { expect, at } = tested;
  const messageOf = (call: Promise<unknown>) =>
    call.then(
      () => 'it succeeded',
      (error: unknown) => (error instanceof Error ? error.message : String(error)),
    );

  describe('a connection that breaks', () => {
    beforeEach(function () {
      if (tested.candidate.breakConnection === undefined) this.skip();
    });
    const breakConnection = () => ensureDefined(tested.candidate.breakConnection)();

    it('rejects every call that is in progress', async () => {
      const { candidate } = tested;
      const { host, directory } = candidate;
      await host.files.write(at('large'), Buffer.alloc(3 * 1024 * 1024));
      const stream = await host.files.stream(at('large'));
      const calls = [
        host.run({ argv: ['sleep', '600'], timeout: 2 }),
        host.files.status([directory]),
        host.files.resolve([directory]),
        host.files.read([at('large')]),
        host.files.list(directory),
        host.files.write(at('new'), 'x'),
        host.files.makeDirectory(at('directory')),
        host.files.link(at('link'), 'x'),
        host.files.setAccess(at('large'), { mode: 0o600 }),
        host.files.append(at('journal'), 'x'),
        host.files.remove(at('large')),
        host.facts(),
        host.holder(),
        host.lock('process 1'),
        ensureDefined(stream).content.toArray(),
      ].map(messageOf);
      breakConnection();
      for (const message of await Promise.all(calls)) expect(message).to.match(LOST);
    });

    it('rejects every call after it', async () => {
      const { candidate } = tested;
      breakConnection();
      expect(await messageOf(candidate.host.run({ argv: ['true'] }))).to.match(LOST);
      expect(await messageOf(candidate.host.files.status(['/']))).to.match(LOST);
      expect(await messageOf(candidate.host.files.write(at('file'), 'x'))).to.match(LOST);
    });

    it('leaves a file as it was or as it should be, and removes nothing else', async () => {
      const { candidate } = tested;
      const [before, after] = [Buffer.alloc(4 * 1024 * 1024, 'a'), Buffer.alloc(4 * 1024 * 1024, 'b')];
      await candidate.host.files.write(at('file'), before);
      const writing = candidate.host.files.write(at('file'), after).catch(() => undefined);
      await sleep(150);
      breakConnection();
      await writing;
      const other = await ensureDefined(candidate.reconnect)();
      const [content] = await other.files.read([at('file')]);
      expect([before, after].some((one) => Buffer.isBuffer(content) && one.equals(content))).to.equal(true);
    });

    it('holds the lock until the last command has ended, and names the run that holds it', async () => {
      const { candidate } = tested;
      const lock = await candidate.host.lock('process 17 of alice');
      if ('heldBy' in lock) throw new Error(`the host is held by ${lock.heldBy}`);
      const running = candidate.host.run({ argv: ['sleep', '4'] }).catch(() => undefined);
      await sleep(1000);
      breakConnection();
      await running;
      expect(lock.lost.aborted).to.equal(true);
      expect(lock.lost.reason).to.have.property('message').that.matches(LOST);
      const other = await ensureDefined(candidate.reconnect)();
      expect(await other.lock('process 18'))
        .to.have.property('heldBy')
        .that.matches(/^process 17 of alice/);
      for (;;) {
        const next = await other.lock('process 18');
        if (!('heldBy' in next)) return next.release();
        await sleep(100);
      }
    });

    it('ends a command at its timeout nevertheless', async () => {
      const { candidate } = tested;
      const script = `sleep 600 & echo $! $$ > ${at('pids')}; wait`;
      const running = candidate.host.run({ argv: ['sh', '-c', script], timeout: 3 }).catch(() => undefined);
      await sleep(1000);
      breakConnection();
      await running;
      const other = await ensureDefined(candidate.reconnect)();
      const [content] = await other.files.read([at('pids')]);
      const pids = String(content).trim().split(' ');
      expect(pids).to.have.length(2);
      const isAlive = (stat: Buffer | Error | undefined) =>
        Buffer.isBuffer(stat) && stat.length > 0 && !/\) Z/.test(stat.toString());
      while ((await other.files.read(pids.map((pid) => `/proc/${pid}/stat`))).some(isAlive)) await sleep(100);
    });
  });
}
