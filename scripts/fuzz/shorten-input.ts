import type { WorkerRunner } from './worker-runner.js';

/** The milliseconds that may be used to shorten an input. */
const TIMEOUT = 10_000;

/** Returns the beginning of the description of a fault, by which the same fault of a shorter input is recognized. */
export function faultKind(what: string): string {
  return what
    .replace(/\d+/g, 'N')
    .replace(/"[^"]*"/g, '…')
    .slice(0, 60);
}

/** Searches a shorter input with the same fault for some seconds. An input that hangs is not shortened. */
export async function shortenInput(
  bench: WorkerRunner,
  target: string,
  what: string,
  input: Buffer,
): Promise<Buffer> {
  if (/hangs|takes|died/.test(what)) return input;
  const end = performance.now() + TIMEOUT;
  let best = input;
  for (let size = Math.ceil(best.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < best.length && performance.now() < end; ) {
      const without = Buffer.concat([best.subarray(0, at), best.subarray(at + size)]);
      const [fault] = (await bench.run({ target, seed: 0, count: 1, input: without })).faults;
      if (fault !== undefined && faultKind(fault.what) === faultKind(what)) best = without;
      else at += size;
    }
  }
  return best;
}
