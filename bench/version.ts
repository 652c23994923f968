import { glanceApply } from './support/glance-apply.js';
import type { Benchmark } from './support/measurement.js';
import { timed } from './support/process.js';

const RUNS = 25;

/** What it costs to start the command at all. */
export const version: Benchmark = async (workspace) => [
  {
    work: 'glance-apply --version, against node -e 0',
    ours: {
      name: 'glance-apply',
      runs: RUNS,
      sample: async () => timed(glanceApply(workspace, ['--version'])),
    },
    reference: {
      name: 'node -e 0',
      runs: RUNS,
      sample: async () => timed({ argv: [process.execPath, '-e', '0'] }),
    },
    bounds: [{ kind: 'ratio', atMost: 1.3 }],
  },
];
