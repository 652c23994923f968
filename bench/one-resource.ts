import { rm } from 'node:fs/promises';
import { applyProgram } from './support/glance-apply.js';
import type { Benchmark } from './support/measurement.js';
import { measureMemory, measureTime } from './support/process.js';

const RUNS = 15;

/** The smallest run: one resource in sync. */
export const oneResource: Benchmark = async (workspace) => {
  const path = await workspace.write('motd', 'Welcome.\n');
  const manifest = await workspace.write(
    'one.ts',
    `import { File, manifest } from 'glance-apply';

export default manifest((site) => {
  new File(site, ${JSON.stringify(path)}, { ensure: 'file', content: 'Welcome.\\n' });
});
`,
  );
  const program = applyProgram(workspace, manifest);
  measureTime(program);
  return [
    {
      work: '1 resource in sync, manifest in the cache',
      ours: { name: 'glance-apply', runs: RUNS, sample: async () => measureTime(program) },
      bounds: [{ kind: 'time', below: 150 }],
    },
    {
      work: '1 resource in sync, manifest not in the cache',
      ours: {
        name: 'glance-apply',
        runs: RUNS,
        async sample() {
          await rm(workspace.file('cache'), { recursive: true, force: true });
          return measureTime(program);
        },
      },
      bounds: [{ kind: 'time', below: 350 }],
    },
    {
      work: '1 resource in sync, peak memory',
      ours: { name: 'glance-apply', runs: 5, sample: () => measureMemory(program) },
      bounds: [{ kind: 'memory', below: 90 }],
    },
  ];
};
