import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { hasLockFile, lockAccountFile } from '../../../src/hosts/local/account-file-lock.js';

describe('the lock file of an account file', () => {
  let directory: string;
  let path: string;
  let lock: string;
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'glance-apply-lock-'));
    path = join(directory, 'passwd');
    lock = `${path}.lock`;
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('has the number of this process as long as it is held, and leaves nothing', async () => {
    const release = await lockAccountFile(path);
    expect(readFileSync(lock, 'utf8')).to.equal(`${process.pid}\0`);
    release();
    expect(readdirSync(directory)).to.deep.equal([]);
  });

  it('is waited for while its holder lives', async () => {
    writeFileSync(lock, `${process.ppid}\0`);
    const waiting = lockAccountFile(path);
    setTimeout(() => rmSync(lock), 60);
    const release = await waiting;
    expect(readFileSync(lock, 'utf8')).to.equal(`${process.pid}\0`);
    release();
  });

  it('is taken over from a process that is gone', async () => {
    const { pid } = spawnSync('true');
    writeFileSync(lock, `${pid}\0`);
    (await lockAccountFile(path))();
    expect(existsSync(lock)).to.equal(false);
  });

  it('is given up in the end, with the name of who holds it', async () => {
    writeFileSync(lock, `${process.ppid}\0`);
    const refused = await lockAccountFile(path, 50).catch(String);
    expect(refused).to.contain(`cannot edit ${path}: ${lock} is held by process ${process.ppid};`);
    expect(readdirSync(directory)).to.deep.equal(['passwd.lock']);
  });

  it('belongs to the files that useradd edits', () => {
    expect(['/etc/passwd', '/etc/gshadow', '/etc/subuid'].every(hasLockFile)).to.equal(true);
    expect(['/etc/hosts', '/srv/etc/passwd'].some(hasLockFile)).to.equal(false);
  });
});
