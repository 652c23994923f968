// Passes broken input to every parser, and checks how it handles it. See docs/testing.md.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { inputsFor } from './inputs.js';
import type { Task } from './protocol.js';
import { faultKind, shortenInput } from './shorten-input.js';
import type { Target } from './targets/target.js';
import { targets } from './targets.js';
import { WorkerRunner } from './worker-runner.js';

/** The directory in which inputs of findings are stored. */
const FINDINGS = fileURLToPath(new URL('../../node_modules/.cache/fuzz', import.meta.url));

/** The number of inputs that a worker tries before it reports, the first time and later. */
const BATCH = 20;

/** The number of findings after which a target is not tried any more. */
const ENOUGH = 5;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seconds: { type: 'string', default: '120' },
      seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
      target: { type: 'string', multiple: true, default: [] },
      input: { type: 'string' },
      list: { type: 'boolean', default: false },
    },
  });
  const chosen = targets.filter(({ name }) => values.target.length === 0 || values.target.includes(name));
  if (chosen.length === 0)
    throw new Error(`the target ${values.target.join(', ')} does not exist; --list lists all targets`);
  if (values.list) {
    for (const { name } of chosen) console.log(name);
    return 0;
  }
  const bench = new WorkerRunner();
  try {
    if (values.input !== undefined) return await tryInput(bench, chosen, readFileSync(values.input));
    return await fuzz(bench, chosen, Number(values.seed), Number(values.seconds));
  } finally {
    await bench.close();
  }
}

/** Tries one input with each target. */
async function tryInput(bench: WorkerRunner, chosen: readonly Target[], input: Buffer): Promise<number> {
  let status = 0;
  for (const { name } of chosen) {
    const { faults } = await bench.run({ target: name, seed: 0, count: 1, input });
    const what = faults[0]?.what;
    console.log(`${name}: ${what ?? 'no finding'}`);
    if (what !== undefined) status = 1;
  }
  return status;
}

/** Tries all targets repeatedly until the time is over. */
async function fuzz(
  bench: WorkerRunner,
  chosen: readonly Target[],
  seed: number,
  seconds: number,
): Promise<number> {
  console.log(`${chosen.length} targets, ${seconds} s, --seed ${seed}`);
  const end = performance.now() + seconds * 1000;
  const found = new Map<string, Set<string>>();
  let tried = 0;
  let rounds = 0;
  for (; rounds === 0 || performance.now() < end; rounds++) {
    for (const [at, target] of chosen.entries()) {
      if (performance.now() >= end && rounds > 0) break;
      const known = found.get(target.name) ?? new Set();
      found.set(target.name, known);
      if (known.size >= ENOUGH) continue;
      const task: Task = { target: target.name, seed: seed + rounds * 1009 + at, count: BATCH };
      const outcome = await bench.run(task);
      tried += outcome.tried;
      for (const fault of outcome.faults) {
        if (known.has(faultKind(fault.what))) continue;
        const input = fc.sample(inputsFor(target), { seed: task.seed, numRuns: BATCH })[
          fault.index
        ] as Buffer;
        const again = await bench.run({ target: target.name, seed: 0, count: 1, input });
        // A target that is slow only because the machine is busy is slow once.
        if (again.faults.length === 0) continue;
        known.add(faultKind(fault.what));
        await reportFinding(bench, target, fault.what, input);
      }
    }
  }
  const count = [...found.values()].reduce((sum, { size }) => sum + size, 0);
  console.log(`${tried} inputs in ${rounds} rounds: ${count === 0 ? 'no findings' : `${count} findings`}`);
  return count === 0 ? 0 : 1;
}

async function reportFinding(
  bench: WorkerRunner,
  { name }: Target,
  what: string,
  input: Buffer,
): Promise<void> {
  const small = await shortenInput(bench, name, what, input);
  mkdirSync(FINDINGS, { recursive: true });
  const file = join(FINDINGS, `${name.replace(/\W+/g, '-')}-${small.length}-${Date.now()}.bin`);
  writeFileSync(file, small);
  console.log(`\n${name}: ${what}`);
  console.log(
    `  ${JSON.stringify(small.subarray(0, 200).toString('latin1'))}${small.length > 200 ? ' …' : ''}`,
  );
  console.log(`  npm run fuzz -- --target '${name}' --input ${file}`);
}

process.exitCode = await main();
