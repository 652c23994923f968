import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { localHost } from '../../../src/hosts/local/local-host.js';
import { acquireLock } from '../../../src/hosts/run-lock.js';

const program = fileURLToPath(new URL('./programs/take-lock.ts', import.meta.url));

describe('the lock of a run on this machine', () => {
  const host = localHost();
  let directory: string;
  let path: string;
  const children: ChildProcess[] = [];

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'glance-apply-lock-'));
    path = join(directory, 'lock');
  });
  afterEach(async () => {
    for (const child of children.splice(0)) child.kill('SIGKILL');
    await rm(directory, { recursive: true });
  });

  async function otherProcess(owner: string): Promise<{ child: ChildProcess; said: string }> {
    const child = spawn(process.execPath, ['--import', 'tsx', program, path, owner], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    children.push(child);
    const [said] = await once(child.stdout, 'data');
    return { child, said: String(said).trim() };
  }

  it('keeps out another process, which learns who has it', async () => {
    const lock = await acquireLock(host, path, 'process 1, since noon');
    const { said } = await otherProcess('process 2');
    expect(said).to.equal('held by process 1, since noon');
    if ('release' in lock) await lock.release();
  });

  it('is let go of by the kernel when its process is killed', async () => {
    const { child, said } = await otherProcess('process 2');
    expect(said).to.equal('held');
    expect(await acquireLock(host, path, 'process 1')).to.deep.equal({ heldBy: 'process 2' });

    child.kill('SIGKILL');
    await once(child, 'exit');
    let lock = await acquireLock(host, path, 'process 1');
    for (let tries = 0; 'heldBy' in lock && tries < 100; tries += 1) {
      await sleep(20);
      lock = await acquireLock(host, path, 'process 1');
    }
    expect(lock).to.have.property('release');
    if ('release' in lock) await lock.release();
  });

  it('is not kept by programs that the run starts and leaves behind', async () => {
    const lock = await acquireLock(host, path, 'process 1');
    const { stdout } = await host.run({ argv: ['sh', '-c', 'sleep 30 >/dev/null 2>&1 & echo $!'] });
    if ('release' in lock) await lock.release();
    const again = await acquireLock(host, path, 'process 1');
    process.kill(Number(stdout));
    expect(again).to.have.property('release');
    if ('release' in again) await again.release();
  });

  it('names an owner of several lines in one', async () => {
    const lock = await acquireLock(host, path, 'one\ntwo');
    expect(await acquireLock(host, path, 'other')).to.deep.equal({ heldBy: 'one two' });
    if ('release' in lock) await lock.release();
  });

  it('says what is wrong where the lock cannot be had at all', async () => {
    await host.files.makeDirectory(path);
    const error = await acquireLock(host, path, 'x').catch((thrown: unknown) => thrown);
    expect(error).to.have.property('code', 'EISDIR');
  });
});
