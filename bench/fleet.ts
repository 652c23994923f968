import type { Benchmark, Sample } from './support/measurement.js';
import { captureOutput } from './support/process.js';
import { buildWorker } from './support/worker.js';

const RESOURCES = 300;
const FEW = 5;
const MANY = 50;
const ALL = 1000;

/** Fleets of simulated hosts: a host costs the same whatever the number of hosts. */
export const fleet: Benchmark = async (workspace) => {
  const program = await buildWorker(workspace, 'run-fleet');
  const measure = (hosts: number, what: string) =>
    Number(captureOutput({ argv: [process.execPath, program, String(hosts), String(RESOURCES), what] }));
  const sample = async (hosts: number): Promise<Sample> => ({ milliseconds: measure(hosts, 'time') });
  const work = `hosts x ${RESOURCES} resources in sync, simulated: compile and plan`;
  return [
    {
      work: `${MANY} ${work}, against ${FEW}`,
      ours: { name: `${MANY} hosts`, runs: 3, sample: () => sample(MANY) },
      reference: { name: `${FEW} hosts`, runs: 3, sample: () => sample(FEW) },
      // The start of the first hosts, while nothing is compiled yet, is part of both.
      bounds: [{ kind: 'ratio', atMost: MANY / FEW }],
    },
    {
      work: `${ALL} ${work}`,
      ours: {
        name: `${ALL} hosts`,
        runs: 1,
        sample: async () => ({ ...(await sample(ALL)), megabytes: measure(ALL, 'memory') }),
      },
      bounds: [
        { kind: 'time', below: 60_000 },
        { kind: 'memory', below: 1024 },
      ],
    },
  ];
};
