import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { baseImage, hostEnvironment, nodeBinds, shared } from './base-image.js';
import { command } from './command.js';
import { ended, LabHost, mortal } from './lab-host.js';
import { openNetwork } from './network.js';

/** Seconds that a host may take to boot; it takes 1 to 3. */
const BOOT = 60;

/** Boots a host with systemd as its first process. What it writes is in memory and goes with it. */
export async function bootSystemdHost(binds: Readonly<Record<string, string>> = {}): Promise<LabHost> {
  const image = await baseImage();
  const network = await openNetwork();
  const readOnly = { ...(await nodeBinds()), ...binds };
  const child = spawn(
    'setpriv',
    [
      ...mortal,
      // It leaves the host running where it is killed itself; as the first process of a namespace it takes it along.
      ...['unshare', '--pid', '--fork', '--kill-child', '--mount-proc'],
      'systemd-nspawn',
      '-D',
      image,
      '--boot',
      '--volatile=overlay',
      '--register=no',
      '--keep-unit',
      '--console=read-only',
      '--resolv-conf=copy-host',
      `--network-namespace-path=${network.path}`,
      ...Object.entries(readOnly).map(([inside, outside]) => `--bind-ro=${outside}:${inside}`),
      ...Object.entries(shared).map(([inside, outside]) => `--bind=${outside}:${inside}`),
    ],
    { stdio: 'ignore' },
  );
  const leader = await leaderOf(child.pid as number);
  const enter = ['nsenter', '-t', String(leader), '-a'];
  const host = new LabHost(enter, await hostEnvironment(), `/proc/${leader}/root`, async () => {
    await command([...enter, 'systemctl', 'poweroff']);
    await ended(child);
    await network.close();
  });
  await ready(host);
  return host;
}

/** The host's first process descends from systemd-nspawn; before it there is another, which prepares its root. */
async function leaderOf(pid: number): Promise<number> {
  for (let tenths = 0; tenths < BOOT * 10; tenths++) {
    for (const nspawn of await childrenOf(pid)) {
      for (const child of await childrenOf(nspawn))
        if ((await read(`/proc/${child}/comm`)) === 'systemd\n') return child;
    }
    await sleep(100);
  }
  throw new Error('systemd-nspawn started no host');
}

async function childrenOf(pid: number): Promise<number[]> {
  return (await read(`/proc/${pid}/task/${pid}/children`)).split(' ').filter(Boolean).map(Number);
}

/** A process may have ended in between: then it says nothing. */
function read(path: string): Promise<string> {
  return readFile(path, 'utf8').catch(() => '');
}

async function ready(host: LabHost): Promise<void> {
  for (let tenths = 0; tenths < BOOT * 10; tenths++) {
    const { stdout } = await host.run(['systemctl', 'is-system-running']).catch(() => ({ stdout: '' }));
    if (/^(running|degraded)/.test(stdout)) return;
    await sleep(100);
  }
  throw new Error(`the host did not boot within ${BOOT} s`);
}
