import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Waits between two attempts. The first interrupt ends the wait: a failed attempt is not repeated then.
 * @param stop Aborted at the first interrupt.
 * @returns Whether another attempt may be made.
 */
export async function pause(seconds: number, stop: AbortSignal): Promise<boolean> {
  await sleep(seconds * 1000, undefined, { signal: stop }).catch(() => undefined);
  return !stop.aborted;
}
