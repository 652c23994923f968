import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { type FileHandle, mkdtemp, open, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import { localHost } from '../../../src/hosts/local/local-host.js';
import { overwriteFile } from './overwrite-file.js';

type Sync = (this: FileHandle) => Promise<void>;

describe('what is written to this machine', () => {
  const { files } = localHost();
  const given = new Map<'sync' | 'datasync', Sync>();
  let directory: string;
  /** What was made to last, when it was: the file before it had its name, and its directory once it had it. */
  let synced: string[];

  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'glance-apply-sync-'));
    synced = [];
    const prototype = await handles();
    for (const name of ['sync', 'datasync'] as const) {
      const real = prototype[name];
      given.set(name, real);
      prototype[name] = async function (this: FileHandle) {
        const path = readlinkSync(`/proc/self/fd/${this.fd}`);
        const what = path === directory ? 'directory' : plain(basename(path));
        // Slow enough for whoever does not wait for it to be found out.
        await sleep(20);
        await real.call(this);
        const names = readdirSync(directory).sort();
        const holding = names
          .filter((one) => ['file', '.file.copy'].includes(plain(one)))
          .map((one) => `${plain(one)} holds ${readFileSync(join(directory, one), 'utf8').trim()}`);
        synced.push([`${name} ${what}`, ...holding].join(', '));
      };
    }
  });
  afterEach(async () => {
    Object.assign(await handles(), Object.fromEntries(given));
    await rm(directory, { recursive: true });
  });

  /** The name of a file without what chance has given it. */
  const plain = (name: string) =>
    name.replace(/glance-apply-(copy-)?[\da-f]{12}$/, (_, copy) => (copy ? 'copy' : 'temporary'));

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
      expect(synced).to.deep.equal(['sync .file.temporary', 'sync directory, file holds x']);
    });
  }

  it('lasts where it is appended, with its name where that is new', async () => {
    await files.append(join(directory, 'file'), 'one\n');
    expect(synced).to.deep.equal(['datasync file, file holds one', 'sync directory, file holds one']);
    synced = [];
    await files.append(join(directory, 'file'), 'two\n');
    expect(synced).to.deep.equal(['datasync file, file holds one\ntwo']);
  });

  it('lasts where it is overwritten in place: the copy of the old content before, the new one before the copy is gone', async () => {
    await writeFile(join(directory, 'file'), 'old');
    await writeFile(join(directory, 'source'), 'new');
    synced = [];
    await overwriteFile(join(directory, 'file'), join(directory, 'source'), {});
    expect(synced).to.deep.equal([
      'sync .file.copy, .file.copy holds old, file holds old',
      'sync file, .file.copy holds old, file holds new',
    ]);
  });
});
