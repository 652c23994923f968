import { execFile } from 'node:child_process';
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

describe('a run that is killed with SIGKILL after a change and before the refresh that follows', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'glance-apply-'));
  });
  afterEach(async () => {
    await rm(folder, { recursive: true, force: true });
    await rm(`${folder}.lock`, { force: true });
  });

  it('leaves the refresh to the next run, which takes the lock without help and makes it once', async () => {
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
