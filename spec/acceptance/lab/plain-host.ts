import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { mkdtemp, readFile, rmdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { baseImage, hostEnvironment, nodeBinds, shared } from './base-image.js';
import { ended, LabHost, mortal } from './lab-host.js';
import { openNetwork } from './network.js';

const firstProcess = fileURLToPath(new URL('plain-host.sh', import.meta.url));

/**
 * Starts a host without an init system, as containers are: services have init scripts and nothing supervises
 * them. Its root is an overlay over the base image; nothing of it is mounted outside its own namespaces.
 * @param place In the network of this machine, programs of this process reach its services; their ports must be free.
 */
export async function startPlainHost(
  binds: Readonly<Record<string, string>> = {},
  place: 'own network' | 'network of this machine' = 'own network',
): Promise<LabHost> {
  const image = await baseImage();
  const network = place === 'own network' ? await openNetwork() : undefined;
  const folder = await mkdtemp(join(tmpdir(), 'glance-apply-host-'));
  const seen = (how: 'ro' | 'rw', mounts: Readonly<Record<string, string>>) =>
    Object.entries(mounts).map(([inside, outside]) => `${how}:${outside}:${inside}`);
  const keeper = spawn(
    'setpriv',
    [
      ...mortal,
      ...(network === undefined ? [] : ['ip', 'netns', 'exec', network.name]),
      ...['unshare', '--mount', '--pid', '--fork', '--kill-child'],
      ...['sh', firstProcess, folder, image],
      ...seen('ro', { ...(await nodeBinds()), ...binds }),
      ...seen('rw', shared),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  await ready(keeper);
  const pid = await childOf(keeper.pid as number);
  const root = `/proc/${pid}/root`;
  const enter = ['nsenter', '-t', String(pid), '-m', '-n', '-p', `--root=${root}`, '--wd', '--'];
  return new LabHost(enter, await hostEnvironment(), root, async () => {
    // Killing the first process of the namespace ends every process in it, and with them go its mounts.
    process.kill(pid, 'SIGKILL');
    await ended(keeper);
    await rmdir(folder);
    await network?.close();
  });
}

/** The host's first process says so when everything is in its place. */
function ready(keeper: ChildProcessByStdio<null, Readable, Readable>): Promise<void> {
  return new Promise((resolve, reject) => {
    let message = '';
    keeper.stderr.on('data', (text: Buffer) => (message += text.toString()));
    keeper.stdout.once('data', () => resolve());
    keeper.once('error', reject);
    keeper.once('close', (status) => {
      reject(new Error(`the host did not start: ${firstProcess} ended with ${status}\n${message}`));
    });
  });
}

async function childOf(pid: number): Promise<number> {
  for (let attempt = 0; attempt < 100; attempt++) {
    const children = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
    const child = Number(children.trim().split(' ')[0]);
    if (child > 0) return child;
    await sleep(50);
  }
  throw new Error('unshare started no process');
}
