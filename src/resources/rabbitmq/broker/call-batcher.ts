import { setTimeout as sleep } from 'node:timers/promises';

/** Milliseconds during which calls are collected. */
const BATCH_WINDOW = 5;

/** Combines calls that are made at about the same time into one, and returns to each caller its own results. */
export class CallBatcher<Call, Result> {
  #calls: Call[] = [];
  #results: Promise<readonly Result[]> | undefined;

  /** Adds calls to the current batch. `execute` is called once for all of them, and returns the results in order. */
  async add(
    calls: readonly Call[],
    execute: (calls: readonly Call[]) => Promise<readonly Result[]>,
  ): Promise<readonly Result[]> {
    const start = this.#calls.length;
    this.#calls.push(...calls);
    this.#results ??= sleep(BATCH_WINDOW).then(() => {
      const all = this.#calls;
      this.#calls = [];
      this.#results = undefined;
      return execute(all);
    });
    return (await this.#results).slice(start, start + calls.length);
  }
}
