import { casesOf, factsOf, type ParityNode } from '../spec/parity/cases.js';
import { glanceApplyProgram } from './support/glance-apply.js';
import type { Benchmark, Sample } from './support/measurement.js';
import { captureOutput, measureTime } from './support/process.js';
import { buildWorker } from './support/worker.js';
import type { Workspace } from './support/workspace.js';

const RUNS = 7;

/** The files of a node: its data and its facts. JSON is YAML. */
interface NodeFiles {
  readonly node: string;
  readonly facts: string;
}

/** Compiles the nodes that Puppet has compiled for comparison. */
export const catalog: Benchmark = async (workspace) => {
  const cases = [...casesOf('newton'), ...casesOf('zed')];
  const largest = cases.reduce((a, b) => (b.catalog.resources.length > a.catalog.resources.length ? b : a));
  const files: NodeFiles[] = [];
  for (const node of cases) files.push(await writeNode(workspace, node));
  const chosen = files[cases.indexOf(largest)] as NodeFiles;
  const size = `${largest.catalog.resources.length} resources`;

  const program = await buildWorker(workspace, 'compile-nodes');
  const compileAll = async (nodes: readonly NodeFiles[], times: number): Promise<Sample> => {
    const list = await workspace.write('nodes.json', JSON.stringify(nodes));
    const argv = [process.execPath, program, list, String(times)] as const;
    return { milliseconds: Number(captureOutput({ argv: [...argv] })) };
  };
  const whole = glanceApplyProgram(workspace, [
    'catalog',
    chosen.node,
    ...['--facts', chosen.facts, '--format', 'json', '--show-secrets'],
  ]);
  return [
    {
      work: `largest node (${size}) compiled in a warm process`,
      ours: { name: 'glance-apply', runs: 3, sample: () => compileAll([chosen], 15) },
      bounds: [{ kind: 'time', below: 50 }],
    },
    {
      work: `largest node (${size}), glance-apply catalog as a whole`,
      ours: { name: 'glance-apply', runs: RUNS, sample: async () => measureTime(whole) },
      bounds: [{ kind: 'time', below: 300 }],
    },
    {
      work: `all ${cases.length} nodes, in one process as a whole`,
      ours: {
        name: 'glance-apply',
        runs: 3,
        async sample() {
          const list = await workspace.write('nodes.json', JSON.stringify(files));
          return measureTime({ argv: [process.execPath, program, list, '1'] });
        },
      },
      bounds: [{ kind: 'time', below: 3000 }],
    },
  ];
};

async function writeNode(workspace: Workspace, node: ParityNode): Promise<NodeFiles> {
  const data = {
    classes: node.classes,
    resources: node.resources_declared,
    parameters: { openstack_release: node.release },
  };
  return {
    node: await workspace.write(`${node.name}.yaml`, JSON.stringify(data)),
    facts: await workspace.write(`facts/${node.platform}.json`, JSON.stringify(factsOf(node.platform))),
  };
}
