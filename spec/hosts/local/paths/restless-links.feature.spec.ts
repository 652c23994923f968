import fs, { chownSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { LocalFiles } from '../../../../src/hosts/local/local-files.js';
import { ALICE, asRootAlone, ownRoot } from './own-root.js';

describe("a link of root's in the directory of another user, who exchanges it for the moment in which it is read", () => {
  const { readlinkSync } = fs;
  const files = new LocalFiles();
  const root = ownRoot();
  let link: string;

  asRootAlone();

  beforeEach(async () => {
    for (const name of ['alice', 'good', 'etc']) mkdirSync(root.in(name));
    writeFileSync(root.in('etc/file'), 'precious');
    link = root.in('alice/bin');
    symlinkSync('../good', link);
    symlinkSync('../etc', root.in('alice/other'));
    chownSync(root.in('alice'), ALICE, ALICE);
    // What is as old as this is not taken for what was changed a moment ago.
    await sleep(50);
  });
  afterEach(() => {
    fs.readlinkSync = readlinkSync;
    syncBuiltinESMExports();
  });

  /** Puts another link there before the target is read, and the first one back after that. */
  function exchangeAlways(times: number): void {
    let left = times;
    fs.readlinkSync = ((path: string, ...rest: []) => {
      if (left-- <= 0) return readlinkSync(path, ...rest);
      fs.renameSync(link, `${link}.kept`);
      fs.renameSync(root.in('alice/other'), link);
      const target = readlinkSync(path, ...rest);
      fs.renameSync(link, root.in('alice/other'));
      fs.renameSync(`${link}.kept`, link);
      return target;
    }) as typeof readlinkSync;
    syncBuiltinESMExports();
  }

  it('leads where it leads itself', async () => {
    exchangeAlways(1);
    await files.write(join(link, 'file'), 'x');
    expect(fs.readFileSync(root.in('good/file'), 'utf8')).to.equal('x');
    expect(fs.readFileSync(root.in('etc/file'), 'utf8')).to.equal('precious');
  });

  it('is refused where it is not the same at any look', async () => {
    exchangeAlways(Number.POSITIVE_INFINITY);
    const error = await files.write(join(link, 'file'), 'x').catch((thrown: Error) => thrown);
    expect(String(error)).to.contain('another process keeps replacing this link while it is read');
    expect(fs.readFileSync(root.in('etc/file'), 'utf8')).to.equal('precious');
  });
});
