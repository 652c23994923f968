// Tries inputs of one target after the other. It may hang or run out of memory: whoever started it sees to that.
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { describeFault } from './describe-fault.js';
import { inputsFor } from './inputs.js';
import type { Fault, Outcome, Task } from './protocol.js';
import type { Target } from './targets/target.js';
import { targets } from './targets.js';

/**
 * Milliseconds of the processor that one input may take: others use it, too, and what waits uses none. Enough for slow
 * machines, and for the collection of what earlier inputs left; what grows with the square of its input takes longer.
 */
const BUDGET = 5000;

/** Milliseconds after which no further input of a batch is begun. */
const SLICE = 1000;

/** The number of the input that is being tried, for whoever waits. */
const progress = new Int32Array((workerData as { progress: SharedArrayBuffer }).progress);

let accident: string | undefined;
for (const event of ['uncaughtException', 'unhandledRejection'])
  process.on(event, (error: unknown) => {
    accident = `${event}: ${describeFault(error) ?? String(error)}`;
  });

/** What is wrong with the way in which a target takes an input. */
async function faultOf(target: Target, input: Buffer): Promise<string | undefined> {
  accident = undefined;
  const before = processorTime();
  try {
    await target.parse(input);
  } catch (error) {
    const wrong = describeFault(error);
    if (wrong !== undefined) return wrong;
  }
  if (accident !== undefined) return accident;
  const taken = processorTime() - before;
  return taken < BUDGET ? undefined : `it takes ${taken} ms for ${input.length} bytes`;
}

/** Milliseconds of the processor that this thread has had: fields 14 and 15 of proc_pid_stat(5), in hundredths of a second. */
function processorTime(): number {
  const fields = readFileSync('/proc/thread-self/stat', 'utf8').split(') ')[1]?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

parentPort?.on('message', async ({ target: name, seed, count, input }: Task) => {
  const target = targets.find((one) => one.name === name) as Target;
  const all =
    input === undefined ? fc.sample(inputsFor(target), { seed, numRuns: count }) : [Buffer.from(input)];
  const faults: Fault[] = [];
  const end = performance.now() + SLICE;
  let tried = 0;
  for (const [index, one] of all.entries()) {
    // Slow targets must not keep the others from their turn.
    if (performance.now() > end) break;
    Atomics.store(progress, 0, index + 1);
    tried += 1;
    const what = await faultOf(target, one);
    if (what !== undefined) faults.push({ index, what });
  }
  Atomics.store(progress, 0, 0);
  parentPort?.postMessage({ faults, tried } satisfies Outcome);
});
