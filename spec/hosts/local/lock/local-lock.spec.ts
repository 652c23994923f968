import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, unlinkSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import type { Command } from '../../../../src/hosts/command.js';
import type { Host } from '../../../../src/hosts/host.js';
import { localHost } from '../../../../src/hosts/local/local-host.js';
import { openLocked } from '../../../../src/hosts/local/lock/flock.js';
import { commandMark } from '../../../../src/hosts/local/lock/lock-record.js';
import { processStatus } from '../../../../src/hosts/local/lock/process-table.js';
import type { RunLock } from '../../../../src/hosts/run-lock.js';
import { expectRefusal } from '../../../../src/testing/conformance/expect-refusal.js';
import { openFilesIn } from '../../open-files.js';

const program = fileURLToPath(new URL('../programs/run-commands.ts', import.meta.url));
const shell = (script: string, more: Partial<Command> = {}): Command => ({
  argv: ['/bin/sh', '-c', script],
  ...more,
});

describe('The lock of this machine', () => {
  let directory: string;
  let path: string;
  let host: Host;
  const started: number[] = [];

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'glance-apply-lock-'));
    path = join(directory, 'lock');
    host = localHost({ lockFile: path });
  });
  afterEach(async () => {
    for (const pid of started.splice(0)) end(pid);
    expect(openFilesIn(directory), 'what was not closed').to.deep.equal([]);
    await rm(directory, { recursive: true });
  });

  /** A run in a process of its own, and the lines that it says. */
  class OtherRun {
    readonly #child: ChildProcess;
    readonly #lines: AsyncIterator<string>;

    constructor(owner: string, commands: readonly Command[] = []) {
      const argv = ['--import', 'tsx', program, path, owner, JSON.stringify(commands)];
      this.#child = spawn(process.execPath, argv, { stdio: ['ignore', 'pipe', 'inherit'] });
      started.push(this.#child.pid as number);
      this.#lines = createInterface({ input: this.#child.stdout as never })[Symbol.asyncIterator]();
    }

    get pid(): number {
      return this.#child.pid as number;
    }

    async says(): Promise<string> {
      return (await this.#lines.next()).value;
    }

    async kill(): Promise<void> {
      this.#child.kill('SIGKILL');
      await once(this.#child, 'exit');
    }
  }

  /** The number of a process that a command writes into a file of the directory. */
  async function numberIn(name: string): Promise<number> {
    for (;;) {
      const text = await readFile(join(directory, name), 'utf8').catch(() => '');
      if (text.endsWith('\n')) {
        started.push(Number(text));
        return Number(text);
      }
      await sleep(10);
    }
  }

  function end(pid: number): void {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  }

  /** Ends a process and waits until it is gone. */
  async function endFully(pid: number): Promise<void> {
    end(pid);
    while (processStatus(pid) !== undefined) await sleep(10);
  }

  async function expectFree(): Promise<void> {
    const lock = await host.lock('the next run');
    expect(lock).to.not.have.property('heldBy');
    await (lock as RunLock).release();
  }

  it('is that of the file which is there in the end, where another one was removed while it was locked', async () => {
    const locking = openLocked(host, path);
    unlinkSync(path);
    const descriptor = await locking;
    expect(descriptor).to.be.a('number');
    expect(openFilesIn(directory)).to.deep.equal([path]);
    closeSync(descriptor as number);
  });

  it('keeps out another process, which learns who has it', async () => {
    const lock = (await host.lock('process 1, since noon')) as RunLock;
    expect(await new OtherRun('process 2').says()).to.equal('held by process 1, since noon');
    await lock.release();
    expect(await new OtherRun('process 3').says()).to.equal('held');
  });

  it('is freed by the kernel when its process is killed', async () => {
    const other = new OtherRun('process 2');
    expect(await other.says()).to.equal('held');
    expect(await host.lock('process 1')).to.deep.equal({ heldBy: 'process 2' });
    await other.kill();
    await expectFree();
  });

  it('tells who holds it without being taken', async () => {
    expect(await host.holder()).to.equal(undefined);
    const other = new OtherRun('process 2');
    expect(await other.says()).to.equal('held');
    expect(await host.holder()).to.equal('process 2');
    await other.kill();
    expect(await host.holder()).to.equal(undefined);
    await expectFree();
    expect(await host.holder()).to.equal(undefined);
  });

  it('is held by the process itself, and by no helper that somebody could end', async () => {
    const other = new OtherRun('process 2');
    await other.says();
    expect(await readFile(`/proc/${other.pid}/task/${other.pid}/children`, 'utf8')).to.equal('');
  });

  describe('where its run was killed', () => {
    it('is held until the last command that was at work has ended', async () => {
      const other = new OtherRun('process 2', [shell(`echo $$ > ${directory}/pid; exec sleep 60`)]);
      await other.says();
      const pid = await numberIn('pid');
      await other.kill();
      const heldBy = `process 2; it was killed, and its commands are still running: sleep (process ${pid})`;
      expect(await host.lock('process 1')).to.deep.equal({ heldBy });
      expect(await host.lock('process 1')).to.deep.equal({ heldBy });
      await endFully(pid);
      await expectFree();
    });

    it('is held by what a command has started, though the command itself was ended', async () => {
      const other = new OtherRun('process 2', [
        shell(`echo $$ > ${directory}/shell; sleep 60 & echo $! > ${directory}/child; wait`),
      ]);
      await other.says();
      const [parent, child] = [await numberIn('shell'), await numberIn('child')];
      await other.kill();
      await endFully(parent);
      expect(await host.lock('process 1')).to.deep.equal({
        heldBy: `process 2; it was killed, and its commands are still running: sleep (process ${child})`,
      });
      await endFully(child);
      await expectFree();
    });

    it('is not held by what went into a session of its own, nor by what ended commands have left behind', async () => {
      const other = new OtherRun('process 2', [
        shell(`sleep 60 >/dev/null 2>&1 & echo $! > ${directory}/left`),
        shell(`setsid sleep 60 >/dev/null 2>&1 & echo $! > ${directory}/service`),
        shell(`echo $$ > ${directory}/pid; setsid sleep 60 & exec sleep 60`),
      ]);
      for (let line = 0; line < 3; line++) await other.says();
      await numberIn('left');
      await numberIn('service');
      const pid = await numberIn('pid');
      await other.kill();
      expect(await host.lock('process 1'))
        .to.have.property('heldBy')
        .that.contains(`process ${pid})`);
      await endFully(pid);
      await expectFree();
    });

    it('is not held by the service that a command was about to start', async () => {
      const script = `echo $$ > ${directory}/pid; sleep 60 & echo $! > ${directory}/service; wait`;
      const other = new OtherRun('process 2', [shell(script, { detaches: true })]);
      await other.says();
      const [pid] = [await numberIn('pid'), await numberIn('service')];
      await other.kill();
      expect(await host.lock('process 1'))
        .to.have.property('heldBy')
        .that.contains(`process ${pid})`);
      await endFully(pid);
      await expectFree();
    });

    it('is held by a command whose number it had no time to write down', async () => {
      const child = spawn('sleep', ['61.25'], { detached: true, stdio: 'ignore' });
      started.push(child.pid as number);
      // It may have begun in the very moment in which the run did.
      const since = processStatus(child.pid as number)?.started;
      const lines = [
        { owner: 'process 2', started: since },
        { begin: 1, ...commandMark('sleep', ['61.25']) },
      ];
      await writeFile(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''), { mode: 0o600 });
      expect(await host.lock('process 1')).to.deep.equal({
        heldBy: `process 2; it was killed, and its commands are still running: sleep (process ${child.pid})`,
      });
      child.kill('SIGKILL');
      await once(child, 'exit');
      await expectFree();
    });

    it('is not held by another process that has got the number of a command', async () => {
      const lines = [
        { owner: 'process 2', started: '1' },
        { begin: 1, ...commandMark('sleep', ['60']) },
        { process: process.pid, started: '1', of: 1 },
      ];
      const torn = '{"begin":2,"prog';
      await writeFile(path, lines.map((line) => `${JSON.stringify(line)}\n`).join('') + torn);
      await expectFree();
    });
  });

  it('forgets the commands that have ended', async () => {
    const lock = (await host.lock('process 1')) as RunLock;
    const before = await readFile(path, 'utf8');
    const ends = host.run(shell('sleep 0.2'));
    await host.run(shell('true'));
    expect(await readFile(path, 'utf8')).to.contain('"end"');
    await ends;
    expect(await readFile(path, 'utf8')).to.equal(before);
    await lock.release();
    expect(await readFile(path, 'utf8')).to.equal('');
  });

  it('is no descriptor of the commands, which they could close or leave to a service', async () => {
    const lock = (await host.lock('process 1')) as RunLock;
    const { stdout } = await host.run(shell('ls -l /proc/self/fd'));
    expect(stdout).to.not.contain(directory);
    await lock.release();
  });

  it('is lost when its file is removed or replaced, and says so', async () => {
    for (const take of [() => rm(path), () => rename(path, `${path}.old`).then(() => writeFile(path, ''))]) {
      const lock = (await host.lock('process 1')) as RunLock;
      await take();
      if (!lock.lost.aborted) await once(lock.lost, 'abort');
      expect(String(lock.lost.reason)).to.contain(`the lock file ${path} was removed or replaced`);
      await lock.release();
    }
  });

  it('can be locked by nobody who may not write its file', async () => {
    const lock = (await host.lock('process 1')) as RunLock;
    expect((await stat(path)).mode & 0o777).to.equal(0o600);
    await lock.release();
  });

  it('says what is wrong where it cannot be had at all', async () => {
    await expectRefusal(
      localHost({ lockFile: `${directory}/no/lock` }).lock('x'),
      'ENOENT',
      `${directory}/no/lock`,
    );
    await mkdir(path);
    await expectRefusal(host.lock('x'), 'EISDIR', path);
    await symlink('elsewhere', join(directory, 'link'));
    const link = `${directory}/link`;
    await expectRefusal(localHost({ lockFile: link }).lock('x'), 'ELOOP', link);
    // Reading it would never end.
    const pipe = `${directory}/pipe`;
    execFileSync('mkfifo', [pipe]);
    await expectRefusal(localHost({ lockFile: pipe }).lock('x'), 'ENOTSUP', pipe);
    for (const lockFile of [path, pipe]) expect(await localHost({ lockFile }).holder()).to.equal(undefined);
  });

  it('is not taken in a file that another user has put there', async function () {
    if (userInfo().uid !== 0) this.skip();
    await host.files.write(path, '', { uid: 12345, mode: 0o666 });
    const error = await expectRefusal(host.lock('x'), 'EPERM', path);
    expect(error.message).to.contain('belongs to the user 12345');
  });
});
