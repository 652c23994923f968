import { SHARE_ENV, Worker } from 'node:worker_threads';
import type { Io } from './io.js';
import { styleOf } from './style-of.js';

/** What the watching thread is told. */
export interface WatchdogOrder {
  readonly path: string;
  readonly seconds: number;
  readonly directory: string;
  readonly colours: boolean;
  readonly width: number;
}

/**
 * Ends the process with status 1 when the work on a manifest takes too long, and says where it is. That takes a
 * thread of its own: a loop without an end leaves nothing to this one.
 */
export function startWatchdog({ path, seconds, io }: { path: string; seconds: number; io: Io }): {
  stop(): void;
} {
  if (seconds === 0) return { stop: () => {} };
  const { paint, width } = styleOf(io.stderr, io);
  const order: WatchdogOrder = {
    path,
    seconds,
    directory: io.directory,
    colours: paint.bad('x') !== 'x',
    width,
  };
  const source = import.meta.url.endsWith('.ts') ? './watchdog-worker.ts' : './watchdog-worker.cjs';
  const worker = new Worker(new URL(source, import.meta.url), { workerData: order, env: SHARE_ENV });
  worker.unref();
  // Where threads are not to be had, the manifest is run all the same.
  worker.on('error', () => {});
  return { stop: () => void worker.terminate() };
}
