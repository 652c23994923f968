import { spawnSync } from 'node:child_process';
import { availableParallelism, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { catalog } from './catalog.js';
import { files } from './files.js';
import { fleet } from './fleet.js';
import { graph } from './graph.js';
import { hostReads } from './host-reads.js';
import { iniSettings } from './ini-settings.js';
import { lookup } from './lookup.js';
import { oneResource } from './one-resource.js';
import { specs } from './specs.js';
import { stack } from './stack/stack.js';
import { compare, type Line } from './support/compare.js';
import type { Benchmark } from './support/measurement.js';
import { formatTable } from './support/table.js';
import { Workspace } from './support/workspace.js';
import { version } from './version.js';

const benchmarks: Readonly<Record<string, Benchmark>> = {
  version,
  'one-resource': oneResource,
  files,
  readings: hostReads,
  'ini-settings': iniSettings,
  graph,
  fleet,
  catalog,
  specs,
  lookup,
  stack,
};

/** Runs the named benchmarks, or all of them. Returns the exit status, which is 1 if a bound was exceeded. */
async function main(): Promise<number> {
  const { positionals } = parseArgs({ allowPositionals: true });
  const unknown = positionals.find((name) => !Object.hasOwn(benchmarks, name));
  if (unknown !== undefined) {
    console.error(
      `the benchmark '${unknown}' does not exist: choose from ${Object.keys(benchmarks).join(', ')}`,
    );
    return 1;
  }
  build();
  const lines: Line[] = [];
  for (const [name, benchmark] of Object.entries(benchmarks)) {
    if (positionals.length > 0 && !positionals.includes(name)) continue;
    lines.push(...(await measure(name, benchmark)));
  }
  process.stdout.write(`${formatTable(lines)}\n${describeMachine()}\n`);
  return lines.some(({ held }) => held === false) ? 1 : 0;
}

async function measure(name: string, benchmark: Benchmark): Promise<Line[]> {
  const workspace = await Workspace.open(name);
  try {
    const lines: Line[] = [];
    for (const measurement of await benchmark(workspace)) {
      console.error(`${measurement.work} …`);
      lines.push(...(await compare(measurement)));
    }
    return lines;
  } finally {
    await workspace.close();
  }
}

/** Describes the machine, on whose speed and load absolute results depend. */
function describeMachine(): string {
  const load = loadavg()[1]?.toFixed(1);
  return `Node ${process.versions.node}, ${availableParallelism()} processors, load ${load} in the last 5 minutes`;
}

/** Builds the sources, so that no older build is measured. */
function build(): void {
  const script = fileURLToPath(new URL('../scripts/build.mjs', import.meta.url));
  const { status } = spawnSync(process.execPath, [script], { stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('the build failed');
}

process.exitCode = await main();
