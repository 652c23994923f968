import type { Benchmark, Sample } from './support/measurement.js';
import { captureOutput } from './support/process.js';
import { buildWorker } from './support/worker.js';

const MANY = 100_000;
const FEW = MANY / 10;
const RUNS = 3;

/** Large catalogs: ten times as many resources must not take much more than ten times as long. */
export const graph: Benchmark = async (workspace) => {
  const program = await buildWorker(workspace, 'plan-graph');
  // From the first line of the manifest to the end of the plan, without the start of the process.
  const plan = async (shape: string, resources: number): Promise<Sample> => ({
    milliseconds: Number(captureOutput({ argv: [process.execPath, program, shape, String(resources)] })),
  });
  return ['chain', 'fan'].map((shape) => ({
    work: `${MANY} resources in ${shape}s, against ${FEW}: compile, graph and plan`,
    ours: { name: `${MANY} resources`, runs: RUNS, sample: () => plan(shape, MANY) },
    reference: { name: `${FEW} resources`, runs: RUNS, sample: () => plan(shape, FEW) },
    bounds: [
      { kind: 'ratio', atMost: 12 },
      { kind: 'time', below: 5000 },
    ],
  }));
};
