import { Worker } from 'node:worker_threads';
import { firstUserFrame } from '../catalog/position.js';
import { problem } from '../errors/diagnostic.js';
import type { Place } from '../errors/place.js';
import { renderDiagnostic } from '../views/index.js';
import { createStyle } from './create-style.js';
import type { Io } from './io.js';
import { writeStderrSync } from './write-stderr-sync.js';

/** What is watched, and for how long. */
export interface WatchdogOptions {
  readonly path: string;
  readonly seconds: number;
  readonly io: Io;
}

/** Under which name the other thread finds what it calls here. */
const callbackName = 'glance-apply.watchdog';

/** The process ends so long after it was told to, which leaves time to let go of it. Milliseconds. */
const GRACE = 200;

/**
 * Ends the process with status 1 when the work on a manifest takes too long, and says where it is. That takes a
 * thread of its own: a loop without an end leaves nothing to this one.
 */
export function startWatchdog(watched: WatchdogOptions): { stop(): void } {
  if (watched.seconds === 0) return { stop: () => {} };
  const key = Symbol.for(callbackName);
  Object.defineProperty(globalThis, key, {
    configurable: true,
    value: (stack: string) => endProcess(watched, stack),
  });
  const unanswered = formatTimeout(
    watched,
    'it waits for a call that does not return, such as a command',
    undefined,
  );
  const worker = new Worker(new URL('./watchdog-worker.cjs', import.meta.url), {
    workerData: { milliseconds: watched.seconds * 1000, tell: callbackName, unanswered },
    // Neither loaders nor other flags of this process are wanted there.
    execArgv: [],
  });
  worker.unref();
  // Where threads are not to be had, the manifest is run all the same.
  worker.on('error', () => {});
  return {
    stop: () => {
      Reflect.deleteProperty(globalThis, key);
      void worker.terminate();
    },
  };
}

/** Called by the other thread, in the middle of whatever goes on; it breaks a loop off as soon as this returns. */
function endProcess(watched: WatchdogOptions, stack: string): void {
  const place = firstUserFrame(stack);
  writeStderrSync(
    formatTimeout(watched, place === undefined ? 'it waits for something' : 'this is where it is', place),
  );
  process.exitCode = 1;
  setTimeout(() => process.exit(1), GRACE);
}

function formatTimeout(
  { path, seconds, io }: WatchdogOptions,
  doing: string,
  place: Place | undefined,
): string {
  const message = `${path} did not come to an end within ${seconds} s; ${doing}`;
  const remedy = place === undefined ? 'look at what it waits for' : 'end the loop';
  const hint = `${remedy}, or give it more time with --time-limit SECONDS`;
  return `${renderDiagnostic(problem('manifest.endless', message, { place, hint }), createStyle(io.stderr, io))}\n`;
}
