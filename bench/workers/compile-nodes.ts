import { readFileSync } from 'node:fs';
import { loadManifest } from 'glance-apply';

const [list = '', times = '1'] = process.argv.slice(2);
const nodes = read(list) as readonly { readonly node: string; readonly facts: string }[];

/** The time that compiling took in each round over all nodes. */
const rounds: number[] = [];
for (let round = 0; round < Number(times); round++) {
  let milliseconds = 0;
  for (const { node, facts } of nodes) {
    const manifest = await loadManifest(node);
    const options = { facts: read(facts) as Readonly<Record<string, unknown>> };
    const started = performance.now();
    await manifest.compile(options);
    milliseconds += performance.now() - started;
  }
  rounds.push(milliseconds);
}
rounds.sort((a, b) => a - b);
process.stdout.write(String(rounds[Math.floor(rounds.length / 2)]));

function read(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}
