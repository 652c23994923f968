import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits between two tries. The first interrupt ends the waiting: what has failed is not tried again.
 * @param stop Aborted at the first interrupt.
 * @returns whether another try may be made
 */
export async function pause(seconds: number, stop: AbortSignal): Promise<boolean> {
  await sleep(seconds * 1000, undefined, { signal: stop }).catch(() => undefined);
  return !stop.aborted;
}
