import { readFileSync } from 'node:fs';
import type { Benchmark } from './support/measurement.js';
import { measureMemory } from './support/process.js';
import { buildWorker } from './support/worker.js';

const SPECS = 1000;

const manifest = new URL('../manifests/all-in-one.ts', import.meta.url);

/** The number of specs of a large project, each of which compiles all of Glance with other data. */
export const specs: Benchmark = async (workspace) => {
  const program = await buildWorker(workspace, 'run-specs');
  const argv = [process.execPath, program, String(SPECS)] as const;
  return [
    {
      work: `${SPECS} specs, each of which compiles all-in-one with other data, one process`,
      ours: {
        name: 'glance-apply',
        runs: 3,
        sample: () => measureMemory({ argv, env: secretsOf(manifest) }),
      },
      bounds: [
        { kind: 'time', below: 10_000 },
        { kind: 'memory', below: 300 },
      ],
    },
  ];
};

/** Returns a value for each environment variable from which a manifest reads secrets. */
function secretsOf(file: URL): Record<string, string> {
  const names = [...readFileSync(file, 'utf8').matchAll(/secret\.env\('(\w+)'\)/g)];
  return Object.fromEntries(names.map(([, name]) => [name ?? '', 'of-the-benchmark']));
}
