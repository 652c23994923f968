import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { glanceApplyProgram } from './support/glance-apply.js';
import type { Benchmark } from './support/measurement.js';
import { measureTime } from './support/process.js';
import { puppetSide } from './support/puppet.js';
import { buildWorker } from './support/worker.js';
import type { Workspace } from './support/workspace.js';

const LEVELS = 8;
const FILES = 25;
const KEYS = 50;
const RUNS = 7;

/** Looks up keys in large data: 10,000 keys in 200 files on 8 levels. */
export const lookup: Benchmark = async (workspace) => {
  const config = await writeData(workspace);
  const facts = await workspace.write(
    'facts.json',
    JSON.stringify({
      ...{ hostname: 'one', domain: 'example.com', fqdn: 'one.example.com', clientcert: 'one.example.com' },
      networking: { hostname: 'one', domain: 'example.com', fqdn: 'one.example.com' },
    }),
  );
  const many = { argv: [process.execPath, await buildWorker(workspace, 'lookups'), config] } as const;
  const key = 'module199::key_7';
  const one = glanceApplyProgram(workspace, ['lookup', key, '--data', config, '--facts', facts]);
  return [
    {
      work: '10,000 keys in 200 files over 8 levels, 2,000 lookups',
      ours: { name: 'glance-apply', runs: RUNS, sample: async () => measureTime(many) },
      bounds: [{ kind: 'time', below: 400 }],
    },
    {
      work: 'one lookup in them, against puppet lookup',
      ours: { name: 'glance-apply', runs: RUNS, sample: async () => measureTime(one) },
      reference: puppetSide(3, {
        argv: [
          'puppet',
          ...['lookup', key, '--node', 'one.example.com', '--facts', facts, '--environment', 'production'],
          ...['--codedir', workspace.file('code'), '--confdir', workspace.file('conf')],
          ...['--vardir', workspace.file('var')],
        ],
      }),
      bounds: [{ kind: 'faster', times: 20 }],
    },
  ];
};

/** Writes the data as an environment of Puppet. Returns the path of its hiera.yaml. */
async function writeData(workspace: Workspace): Promise<string> {
  const folder = 'code/environments/production';
  const levels = Array.from(
    { length: LEVELS },
    (_, level) => `  - name: level ${level}\n    glob: "level${level}/*.yaml"\n`,
  );
  const defaults = 'defaults:\n  datadir: data\n  data_hash: yaml_data\n';
  const config = await workspace.write(
    join(folder, 'hiera.yaml'),
    `version: 5\n${defaults}hierarchy:\n${levels.join('')}`,
  );
  for (let level = 0; level < LEVELS; level++) {
    await workspace.write(join(folder, `data/level${level}/00.yaml`), '');
    for (let file = 0; file < FILES; file++) {
      const module = level * FILES + file;
      const lines = Array.from(
        { length: KEYS },
        (_, key) => `module${module}::key_${key}: ${writtenValue(key)}\n`,
      );
      writeFileSync(
        workspace.file(join(folder, `data/level${level}/${String(file).padStart(2, '0')}.yaml`)),
        lines.join(''),
      );
    }
  }
  return config;
}

function writtenValue(key: number): string {
  return [`text number ${key}`, String(key), "'in quotes'", '[a, b, c]', '{a: 1, b: 2}'][key % 5] ?? '';
}
