import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { labDirectory } from './base-image.js';
import { ended, mortal } from './lab-host.js';

/**
 * Waits until no other host of the lab is up on this machine: all of them share its network, and so its ports. Gives
 * what lets the next one in; the kernel does so too, where the specs are killed.
 */
export async function ownTurn(): Promise<() => Promise<void>> {
  await mkdir(labDirectory, { recursive: true });
  const keeper = spawn(
    'setpriv',
    [...mortal, 'flock', join(labDirectory, 'host.lock'), 'sh', '-c', 'echo held; exec cat'],
    {
      stdio: ['pipe', 'pipe', 'ignore'],
    },
  );
  await once(keeper.stdout, 'data');
  return async () => {
    keeper.stdin.end();
    await ended(keeper);
  };
}
