import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { command, must } from './command.js';
import { ended, mortal } from './lab-host.js';

/** A network of a host's own: its ports are nobody else's, and what it asks for goes out through this machine. */
export interface LabNetwork {
  readonly name: string;
  /** Where the kernel keeps it, for programs that enter it. */
  readonly path: string;
  close(): Promise<void>;
}

let made = 0;

/** Makes a network namespace with a way out in user space: no rule of this machine's own network is touched. */
export async function openNetwork(): Promise<LabNetwork> {
  await sweep();
  const name = `glance-apply-${process.pid}-${++made}`;
  const path = `/run/netns/${name}`;
  await must(['ip', 'netns', 'add', name]);
  await must(['ip', '-n', name, 'link', 'set', 'lo', 'up']);
  const router = spawn(
    'setpriv',
    [
      ...mortal,
      'slirp4netns',
      '--configure',
      '--mtu=65520',
      '--disable-host-loopback',
      '--netns-type=path',
      path,
      'eth0',
    ],
    { stdio: 'ignore' },
  );
  await routed(name);
  return {
    name,
    path,
    close: async () => {
      router.kill();
      await ended(router);
      await must(['ip', 'netns', 'delete', name]);
    },
  };
}

/** Deletes networks of runs that were killed: everything in them has ended, and their names have stayed. */
async function sweep(): Promise<void> {
  for (const name of await readdir('/run/netns').catch(() => [])) {
    const pid = /^glance-apply-(\d+)-\d+$/.exec(name)?.[1];
    if (pid === undefined || existsSync(`/proc/${pid}`)) continue;
    // Another run may be sweeping, too.
    await command(['ip', 'netns', 'delete', name]);
  }
}

/** The device has its address a moment after the program began. */
async function routed(name: string): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if ((await must(['ip', '-n', name, 'route'])).includes('default')) return;
    await sleep(50);
  }
  const tun = await readFile('/proc/misc', 'utf8').catch(() => '');
  throw new Error(
    `slirp4netns gave ${name} no way out${/\btun$/m.test(tun) ? '' : ': there is no tun device'}`,
  );
}
