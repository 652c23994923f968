import type { Benchmark, Sample } from './support/measurement.js';
import { captureOutput } from './support/process.js';
import { buildWorker } from './support/worker.js';

const RUNS = 5;

/** What is read on a host before anything is compared, each in a process of its own. */
export const hostReads: Benchmark = async (workspace) => {
  const program = await buildWorker(workspace, 'read-host');
  const folder = workspace.file('many');
  const read = async (what: string): Promise<Sample> => ({
    milliseconds: Number(captureOutput({ argv: [process.execPath, program, what, folder] })),
  });
  const works = [
    { what: 'facts', work: 'the facts of this machine', below: 100 },
    { what: 'files', work: 'status and content of 5,000 files', below: 1000 },
    { what: 'packages', work: "dpkg's status of 10,000 packages", below: 1000 },
  ];
  return works.map(({ what, work, below }) => ({
    work,
    ours: { name: what, runs: RUNS, sample: () => read(what) },
    bounds: [{ kind: 'time', below }],
  }));
};
