import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Outcome, Task } from './protocol.js';

/** Milliseconds without progress after which a worker is taken to hang. */
const HANG = 30_000;
/** Megabytes of memory that a worker may take. */
const MEMORY = 768;

/** A worker that did not come back from an input. */
export interface Lost {
  readonly index: number;
  readonly what: string;
}

/** Gives tasks to a worker, and a new one where it hangs or dies. */
export class Bench {
  #worker: Worker | undefined;
  readonly #progress = new Int32Array(new SharedArrayBuffer(4));

  async run(task: Task): Promise<Outcome | Lost> {
    this.#worker ??= this.#start();
    const worker = this.#worker;
    let watch: NodeJS.Timeout | undefined;
    const hung = new Promise<Lost>((resolve) => {
      let last = -1;
      watch = setInterval(() => {
        const now = Atomics.load(this.#progress, 0);
        if (now === last && now > 0)
          resolve({ index: now - 1, what: `it hangs for more than ${HANG / 1000} s` });
        last = now;
      }, HANG);
    });
    const over = new AbortController();
    const died = once(worker, 'error', { signal: over.signal }).then(([error]): Lost => {
      const { message } = error as Error;
      return { index: Math.max(0, Atomics.load(this.#progress, 0) - 1), what: `the worker died: ${message}` };
    });
    const ended = once(worker, 'message', { signal: over.signal }).then(([outcome]) => outcome as Outcome);
    for (const one of [died, ended]) one.catch(() => {});
    worker.postMessage(task);
    const outcome = await Promise.race([hung, died, ended]).finally(() => {
      clearInterval(watch);
      over.abort();
    });
    if ('what' in outcome) await this.close();
    return outcome;
  }

  async close(): Promise<void> {
    await this.#worker?.terminate();
    this.#worker = undefined;
  }

  #start(): Worker {
    Atomics.store(this.#progress, 0, 0);
    return new Worker(fileURLToPath(new URL('worker.mjs', import.meta.url)), {
      workerData: { progress: this.#progress.buffer },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY },
    });
  }
}
