import fs, { chownSync, mkdirSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { LocalFiles } from '../../../../src/hosts/local/local-files.js';

const ALICE = 61_234;

describe("a link of root's in the directory of another user, who exchanges it for the moment in which it is read", () => {
  const { readlinkSync } = fs;
  const files = new LocalFiles();
  let root: string;
  let link: string;

  before(function () {
    if (process.getuid?.() !== 0) this.skip();
  });
  beforeEach(async () => {
    root = realpathSync(await mkdtemp(join(tmpdir(), 'glance-apply-restless-')));
    for (const name of ['alice', 'good', 'etc']) mkdirSync(join(root, name));
    writeFileSync(join(root, 'etc/file'), 'precious');
    link = join(root, 'alice/bin');
    symlinkSync('../good', link);
    symlinkSync('../etc', join(root, 'alice/other'));
    chownSync(join(root, 'alice'), ALICE, ALICE);
    // What is as old as this is not taken for what was changed a moment ago.
    await sleep(50);
  });
  afterEach(async () => {
    fs.readlinkSync = readlinkSync;
    syncBuiltinESMExports();
    await rm(root, { recursive: true });
  });

  /** Puts another link there before the target is read, and the first one back after that. */
  function exchangeAlways(times: number): void {
    let left = times;
    fs.readlinkSync = ((path: string, ...rest: []) => {
      if (left-- <= 0) return readlinkSync(path, ...rest);
      fs.renameSync(link, `${link}.kept`);
      fs.renameSync(join(root, 'alice/other'), link);
      const target = readlinkSync(path, ...rest);
      fs.renameSync(link, join(root, 'alice/other'));
      fs.renameSync(`${link}.kept`, link);
      return target;
    }) as typeof readlinkSync;
    syncBuiltinESMExports();
  }

  it('leads where it leads itself', async () => {
    exchangeAlways(1);
    await files.write(join(link, 'file'), 'x');
    expect(fs.readFileSync(join(root, 'good/file'), 'utf8')).to.equal('x');
    expect(fs.readFileSync(join(root, 'etc/file'), 'utf8')).to.equal('precious');
  });

  it('is refused where it is not the same at any look', async () => {
    exchangeAlways(Number.POSITIVE_INFINITY);
    const error = await files.write(join(link, 'file'), 'x').catch((thrown: Error) => thrown);
    expect(String(error)).to.contain('somebody keeps replacing this link while it is looked at');
    expect(fs.readFileSync(join(root, 'etc/file'), 'utf8')).to.equal('precious');
  });
});
