import { glanceApplyProgram } from './support/glance-apply.js';
import type { Benchmark } from './support/measurement.js';
import { measureTime } from './support/process.js';

const RUNS = 25;

/** The time to start the command. */
export const version: Benchmark = async (workspace) => [
  {
    work: 'glance-apply --version, against node -e 0',
    ours: {
      name: 'glance-apply',
      runs: RUNS,
      sample: async () => measureTime(glanceApplyProgram(workspace, ['--version'])),
    },
    reference: {
      name: 'node -e 0',
      runs: RUNS,
      sample: async () => measureTime({ argv: [process.execPath, '-e', '0'] }),
    },
    bounds: [{ kind: 'ratio', atMost: 1.3 }],
  },
];
