import { spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { baseImage, hostEnvironment, nodeBinds, shared } from './base-image.js';
import { must } from './command.js';
import { ended, LabHost, mortal } from './lab-host.js';
import { openNetwork } from './network.js';

/**
 * Starts a host without an init system, as containers are: services have init scripts and nothing supervises
 * them. Its root is an overlay over the base image, in a mount and a process namespace of its own.
 */
export async function startPlainHost(binds: Readonly<Record<string, string>> = {}): Promise<LabHost> {
  const image = await baseImage();
  const network = await openNetwork();
  const folder = await mkdtemp(join(tmpdir(), 'glance-apply-host-'));
  const root = join(folder, 'root');
  await must(['mount', '-t', 'tmpfs', 'tmpfs', folder]);
  for (const name of ['upper', 'work', 'root']) await mkdir(join(folder, name));
  const layers = `lowerdir=${image},upperdir=${folder}/upper,workdir=${folder}/work`;
  await must(['mount', '-t', 'overlay', 'overlay', '-o', layers, root]);
  await copyFile('/etc/resolv.conf', join(root, 'etc/resolv.conf'));

  const mounted = [root, folder];
  const mount = async (outside: string, inside: string, ...options: string[]) => {
    await must(['mount', '--bind', outside, join(root, inside)]);
    mounted.unshift(join(root, inside));
    if (options.length > 0)
      await must(['mount', '-o', ['remount', 'bind', ...options].join(','), join(root, inside)]);
  };
  for (const [inside, outside] of Object.entries({ ...(await nodeBinds()), ...binds })) {
    if (inside in binds) await mkdir(join(root, inside), { recursive: true });
    await mount(outside, inside, 'ro');
  }
  for (const [inside, outside] of Object.entries(shared)) await mount(outside, inside);
  await mount('/dev', 'dev');

  const keeper = spawn(
    'setpriv',
    [
      ...mortal,
      'ip',
      'netns',
      'exec',
      network.name,
      'unshare',
      '--mount',
      '--pid',
      '--fork',
      '--kill-child',
      `--mount-proc=${root}/proc`,
      'chroot',
      root,
      'sh',
      '-c',
      // As a container's first process should, it takes note of processes that ended and belong to nobody else.
      'while :; do sleep 1 & wait; done',
    ],
    { stdio: 'ignore' },
  );
  const pid = await childOf(keeper.pid as number);
  const enter = ['nsenter', '-t', String(pid), '-m', '-n', '-p', `--root=/proc/${pid}/root`, '--wd', '--'];
  return new LabHost(enter, await hostEnvironment(), root, async () => {
    // Killing the first process of the namespace ends every process in it.
    process.kill(pid, 'SIGKILL');
    await ended(keeper);
    for (const place of mounted) await must(['umount', '-l', place]);
    await rm(folder, { recursive: true, force: true });
    await network.close();
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
