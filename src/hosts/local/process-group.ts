import { setTimeout } from 'node:timers/promises';

/** Milliseconds between SIGTERM and SIGKILL. */
const GRACE = 2000;

const PAUSE = 20;

/**
 * Ends a process and everything that it started in its process group: by SIGTERM first, and by SIGKILL after the grace
 * period.
 */
export async function endGroup(leader: number, grace = GRACE): Promise<void> {
  if (!signalGroup(leader, 'SIGTERM')) return;
  const deadline = performance.now() + grace;
  while (performance.now() < deadline) {
    await setTimeout(PAUSE);
    if (!signalGroup(leader, 0)) return;
  }
  signalGroup(leader, 'SIGKILL');
}

/** Returns false if no process of the group is left. */
function signalGroup(leader: number, signal: NodeJS.Signals | 0): boolean {
  try {
    process.kill(-leader, signal);
    return true;
  } catch {
    return false;
  }
}
