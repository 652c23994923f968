import { appendFile, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import type { FileStream } from '../../../src/hosts/host-files.js';
import { LocalFiles } from '../../../src/hosts/local/local-files.js';
import { inDirectory } from '../../resources/converge.js';

const files = new LocalFiles();

async function textOf({ content }: FileStream): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of content) pieces.push(piece as Buffer);
  return Buffer.concat(pieces).toString('utf8');
}

describe('A file that is read piece by piece', () => {
  it('is read whole, through links, and is still the same', () =>
    inDirectory(async (directory) => {
      await writeFile(join(directory, 'file'), 'grüße');
      await symlink('file', join(directory, 'link'));
      const stream = (await files.stream(join(directory, 'link'))) as FileStream;
      expect(stream.size).to.equal(7);
      expect(await textOf(stream)).to.equal('grüße');
      expect(await stream.unchanged()).to.equal(true);
    }));

  it('is known to be another one when it was written to, or is gone', () =>
    inDirectory(async (directory) => {
      await writeFile(join(directory, 'file'), 'x');
      const stream = (await files.stream(join(directory, 'file'))) as FileStream;
      stream.content.destroy();
      await appendFile(join(directory, 'file'), 'y');
      expect(await stream.unchanged()).to.equal(false);
    }));

  it('is undefined where there is none, and refused where it is a directory', () =>
    inDirectory(async (directory) => {
      expect(await files.stream(join(directory, 'missing'))).to.equal(undefined);
      await mkdir(join(directory, 'folder'));
      const error: unknown = await files.stream(join(directory, 'folder')).catch((reason: unknown) => reason);
      expect(error).to.include({ code: 'EISDIR' });
    }));
});
