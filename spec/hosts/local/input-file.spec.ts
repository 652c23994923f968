import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, existsSync, readFileSync, readlinkSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { inputFile, openUnlinked } from '../../../src/hosts/local/input-file.js';
import { localHost } from '../../../src/hosts/local/local-host.js';
import { secret } from '../../../src/secrets/secret.js';

const program = fileURLToPath(new URL('./programs/feed-command.ts', import.meta.url));

describe('The input of a command', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'glance-apply-input-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  async function appears(name: string): Promise<void> {
    while (!existsSync(join(directory, name))) await sleep(10);
  }

  it('reaches it whole, although the run is killed before it is read', async () => {
    const size = 4 * 1024 * 1024;
    const script = `: > ${directory}/begun; while [ ! -e ${directory}/go ]; do sleep 0.05; done;
      cat > ${directory}/part; mv ${directory}/part ${directory}/whole`;
    const child = spawn(process.execPath, ['--import', 'tsx', program, script, String(size)], {
      stdio: 'inherit',
    });
    await appears('begun');
    child.kill('SIGKILL');
    await once(child, 'exit');
    await writeFile(join(directory, 'go'), '');
    await appears('whole');
    const text = await readFile(join(directory, 'whole'), 'utf8');
    expect(text.length).to.equal(size + '\nthe end\n'.length);
    expect(text.endsWith('\nthe end\n')).to.equal(true);
  });

  it('is in a file without a name, which only its owner could open, and is read from the beginning', async () => {
    const { stdout } = await localHost().run({
      argv: ['/bin/sh', '-c', 'readlink /proc/self/fd/0; stat -Lc %a /proc/self/fd/0; cat'],
      input: secret('s3cret'),
    });
    // A number stands in place of the name that it has never had.
    expect(stdout).to.match(/^\/dev\/shm\/#\d+ \(deleted\)\n600\ns3cret$/);
  });

  it('takes another directory where one has no room for it', async () => {
    const descriptor = inputFile('text', ['/proc', '/no/such', directory]);
    expect(readlinkSync(`/proc/self/fd/${descriptor}`)).to.contain(directory);
    expect(readFileSync(descriptor, 'utf8')).to.equal('text');
    closeSync(descriptor);
    expect(() => inputFile('text', ['/no/such', '/proc'])).to.throw('ENOENT');
  });

  it('loses its name before anything is in it, where a file system has no files without one', async () => {
    const descriptor = openUnlinked(directory);
    expect(readlinkSync(`/proc/self/fd/${descriptor}`)).to.match(/ \(deleted\)$/);
    expect(await readdir(directory)).to.deep.equal([]);
    closeSync(descriptor);
  });
});
