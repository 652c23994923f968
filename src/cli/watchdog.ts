import { Worker } from 'node:worker_threads';
import { firstUserFrame } from '../catalog/position.js';
import { problem } from '../errors/diagnostic.js';
import type { SourceLocation } from '../errors/source-location.js';
import { renderDiagnostic } from '../views/index.js';
import { createStyle } from './create-style.js';
import { exitStatus } from './exit-status.js';
import type { Io } from './io.js';
import { writeStderrSync } from './write-stderr-sync.js';

/** The options of a watchdog. */
export interface WatchdogOptions {
  readonly path: string;
  readonly seconds: number;
  readonly io: Io;
}

/** The global symbol under which the worker thread finds the callback of this thread. */
const callbackName = 'glance-apply.watchdog';

/** Milliseconds between the timeout and the exit of the process, in which the worker thread can detach. */
const GRACE = 200;

/**
 * Ends the process with status 1 if the work on a manifest takes too long, and reports what it is executing. It runs in
 * a worker thread, because an endless loop blocks this one.
 */
export function startWatchdog(watched: WatchdogOptions): { stop(): void } {
  if (watched.seconds === 0) return { stop: () => {} };
  const key = Symbol.for(callbackName);
  Object.defineProperty(globalThis, key, {
    configurable: true,
    value: (stack: string) => reportTimeout(watched, stack),
  });
  const unanswered = formatTimeout(
    watched,
    'it is blocked in a call that does not return, such as a command',
    undefined,
  );
  const worker = new Worker(new URL('./watchdog-worker.cjs', import.meta.url), {
    workerData: { milliseconds: watched.seconds * 1000, callbackName, unanswered },
    // The worker needs neither the loaders nor other flags of this process.
    execArgv: [],
  });
  worker.unref();
  // If no worker thread can be started, the manifest runs without a time limit.
  worker.on('error', () => {});
  return {
    stop: () => {
      Reflect.deleteProperty(globalThis, key);
      void worker.terminate();
    },
  };
}

/** Called by the worker thread during whatever this thread executes; an endless loop is broken when this returns. */
function reportTimeout(watched: WatchdogOptions, stack: string): void {
  const location = firstUserFrame(stack);
  writeStderrSync(
    formatTimeout(
      watched,
      location === undefined ? 'it is waiting' : 'it is executing the line below',
      location,
    ),
  );
  process.exitCode = exitStatus.unable;
  setTimeout(() => process.exit(exitStatus.unable), GRACE);
}

function formatTimeout(
  { path, seconds, io }: WatchdogOptions,
  doing: string,
  location: SourceLocation | undefined,
): string {
  const message = `${path} did not finish within ${seconds} s; ${doing}`;
  const remedy = location === undefined ? 'check what it waits for' : 'check the loop';
  const hint = `${remedy}, or allow more time with --time-limit SECONDS`;
  return `${renderDiagnostic(problem('manifest.endless', message, { location, hint }), createStyle(io.stderr, io))}\n`;
}
