import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { Fault, Outcome, Task } from './protocol.js';

/** The milliseconds without progress after which a worker counts as hung. */
const HANG = 30_000;
/** The megabytes of memory that a worker may use. */
const MEMORY = 768;

/** Runs tasks in a worker, and starts another worker if it hangs or dies. */
export class WorkerRunner {
  #worker: Worker | undefined;
  readonly #progress = new Int32Array(new SharedArrayBuffer(4));

  /** Returns the result of the inputs; if the worker hung or died, that is the only fault. */
  async run(task: Task): Promise<Outcome> {
    this.#worker ??= this.#start();
    const worker = this.#worker;
    let watch: NodeJS.Timeout | undefined;
    const hung = new Promise<Fault>((resolve) => {
      let last = -1;
      watch = setInterval(() => {
        const now = Atomics.load(this.#progress, 0);
        if (now === last && now > 0)
          resolve({ index: now - 1, what: `it hangs for more than ${HANG / 1000} s` });
        last = now;
      }, HANG);
    });
    const over = new AbortController();
    const died = once(worker, 'error', { signal: over.signal }).then(([error]): Fault => {
      const { message } = error as Error;
      return { index: Math.max(0, Atomics.load(this.#progress, 0) - 1), what: `the worker died: ${message}` };
    });
    const ended = once(worker, 'message', { signal: over.signal }).then(([outcome]) => outcome as Outcome);
    for (const one of [died, ended]) one.catch(() => {});
    worker.postMessage(task);
    const came = await Promise.race([hung, died, ended]).finally(() => {
      clearInterval(watch);
      over.abort();
    });
    if (!('what' in came)) return came;
    await this.close();
    return { faults: [came], tried: came.index + 1 };
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
