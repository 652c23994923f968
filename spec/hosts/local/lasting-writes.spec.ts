import { existsSync, readlinkSync } from 'node:fs';
import { type FileHandle, mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { expect } from 'chai';
import { localHost } from '../../../src/hosts/local/local-host.js';

type Sync = (this: FileHandle) => Promise<void>;

describe('what is written to this machine', () => {
  const { files } = localHost();
  const given = new Map<'sync' | 'datasync', Sync>();
  let directory: string;
  /** What was made to last, in order: the file before it had its name, and its directory once it had it. */
  let synced: string[];

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'glance-apply-sync-'));
    synced = [];
    const prototype = await handles();
    for (const name of ['sync', 'datasync'] as const) {
      const real = prototype[name];
      given.set(name, real);
      prototype[name] = function (this: FileHandle) {
        const path = readlinkSync(`/proc/self/fd/${this.fd}`);
        const what =
          path === directory ? 'directory' : basename(path).replace(/glance-apply-\w+/, 'temporary');
        synced.push(`${name} ${what}${existsSync(join(directory, 'file')) ? ', file is there' : ''}`);
        return real.call(this);
      };
    }
  });
  afterEach(async () => {
    Object.assign(await handles(), Object.fromEntries(given));
    await rm(directory, { recursive: true });
  });

  /** What all open files have in common. */
  async function handles(): Promise<Record<'sync' | 'datasync', Sync>> {
    const handle = await open('/');
    await handle.close();
    return Object.getPrototypeOf(handle);
  }

  for (const [what, content] of [
    ['a text', () => 'x'],
    ['a stream', () => Readable.from(['x'])],
  ] as const) {
    it(`lasts as a whole where it is ${what}: content before name, and name before the end`, async () => {
      await files.write(join(directory, 'file'), content());
      expect(synced).to.deep.equal(['sync .file.temporary', 'sync directory, file is there']);
    });
  }

  it('lasts where it is appended, with its name where that is new', async () => {
    await files.append(join(directory, 'file'), 'one\n');
    expect(synced).to.deep.equal(['datasync file, file is there', 'sync directory, file is there']);
    synced = [];
    await files.append(join(directory, 'file'), 'two\n');
    expect(synced).to.deep.equal(['datasync file, file is there']);
  });
});
