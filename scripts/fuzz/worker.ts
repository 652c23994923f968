// Tries inputs of one target after the other. It may hang or run out of memory: the runner handles that.
import { readFileSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { describeFault } from './describe-fault.js';
import { inputsFor } from './inputs.js';
import type { Fault, Outcome, Task } from './protocol.js';
import type { Target } from './targets/target.js';
import { targets } from './targets.js';

/**
 * The milliseconds of processor time that one input may use. Enough for slow machines, and for the garbage collection of
 * earlier inputs; a target with quadratic running time needs more.
 */
const BUDGET = 5000;

/** The milliseconds after which no further input of a batch is begun. */
const SLICE = 1000;

/** The number of the input that is being tried, for the runner. */
const progress = new Int32Array((workerData as { progress: SharedArrayBuffer }).progress);

let accident: string | undefined;
for (const event of ['uncaughtException', 'unhandledRejection'])
  process.on(event, (error: unknown) => {
    accident = `${event}: ${describeFault(error) ?? String(error)}`;
  });

/** Returns what is wrong with the way in which a target handles an input; undefined if nothing is. */
async function findFault(target: Target, input: Buffer): Promise<string | undefined> {
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

/** Returns the processor time of this thread in milliseconds: fields 14 and 15 of proc_pid_stat(5), in hundredths of a second. */
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
    // A slow target must not delay the others.
    if (performance.now() > end) break;
    Atomics.store(progress, 0, index + 1);
    tried += 1;
    const what = await findFault(target, one);
    if (what !== undefined) faults.push({ index, what });
  }
  Atomics.store(progress, 0, 0);
  parentPort?.postMessage({ faults, tried } satisfies Outcome);
});
