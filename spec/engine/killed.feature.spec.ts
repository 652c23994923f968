import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const script = fileURLToPath(new URL('mortal-run.ts', import.meta.url));

function apply(folder: string): Promise<{ signal: string | undefined; stdout: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', script, folder], (error, stdout) => {
      resolve({ signal: error?.signal ?? undefined, stdout });
    });
  });
}

describe('a run that is killed with SIGKILL between a change and the refresh that it causes', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'glance-apply-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
    await rm(`${folder}.lock`, { force: true });
  });

  it('leaves the refresh to the next run, which acquires the lock without help and makes it once', async () => {
    const first = await apply(folder);
    expect(first.signal).to.equal('SIGKILL');
    expect(await readFile(join(folder, 'config'), 'utf8')).to.equal('wanted\n');
    expect(await readdir(folder)).to.not.include('log');

    await writeFile(join(folder, 'mercy'), '');
    const second = await apply(folder);
    expect(JSON.parse(second.stdout)).to.deep.equal([
      { title: 'restart', outcome: 'changed', refreshedBy: [`File[${folder}/config]`] },
    ]);
    expect(JSON.parse((await apply(folder)).stdout)).to.deep.equal([]);
    expect(await readFile(join(folder, 'log'), 'utf8')).to.equal('restarted\n');
    expect(await readdir(folder)).to.have.members(['config', 'log', 'mercy', 'state']);
  });
});

describe('runs that are killed while they write files', () => {
  const program = fileURLToPath(new URL('many-files-run.ts', import.meta.url));
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'glance-apply-'));
    for (let number = 0; number < 4; number++) await writeFile(join(folder, `lines${number}`), '0\n');
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
    await rm(`${folder}.lock`, { force: true });
  });

  const leftovers = () =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.includes('.glance-apply-'),
    );

  /** Ends with the last line that was printed; kills the run as soon as a new temporary file is in a place. */
  function write(round: string, moment?: RegExp): Promise<string> {
    const before = leftovers();
    return new Promise((resolve) => {
      const child = execFile(
        process.execPath,
        ['--import', 'tsx', program, folder, round],
        (_error, stdout) => {
          clearInterval(watch);
          resolve(stdout.trim().split('\n').at(-1) ?? '');
        },
      );
      const watch = setInterval(() => {
        if (moment && leftovers().some((name) => moment.test(name) && !before.includes(name)))
          child.kill('SIGKILL');
      }, 1);
    });
  }

  it('leave no temporary file behind after the next run has ended', async () => {
    for (const moment of [/^\.file/, /^state/]) {
      // A kill may come just after the file has got its name.
      for (let attempt = 0; !leftovers().some((name) => moment.test(name)); attempt++) {
        expect(attempt, `${moment}`).to.be.lessThan(8);
        await write(`${moment} ${attempt}`, moment);
      }
    }
    expect(await write('last')).to.equal('failed 0');
    expect(leftovers()).to.deep.equal([]);
    expect(await readFile(join(folder, 'file19'), 'utf8')).to.equal('last\n'.repeat(20_000));
  });
});
