import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compile } from '../../../src/catalog/index.js';
import { readNode } from '../../../src/catalog/node/read-node.js';
import { fromPuppetCatalog } from '../../../src/catalog/puppet-format/from-puppet-catalog.js';
import { vocabulary } from '../../../src/classes/vocabulary.js';
import { readDataFile } from '../../../src/data/hierarchy/reading/read-data-file.js';
import { readPsychScalar } from '../../../src/data/hierarchy/reading/read-psych-scalar.js';
import { readDer, readOctets } from '../../../src/data/hierarchy/secrets/der.js';
import * as samples from './samples.js';
import { jsonTarget, type Target, textTarget } from './target.js';

const directory = mkdtempSync(join(tmpdir(), 'glance-apply-fuzz-'));
process.once('exit', () => rmSync(directory, { recursive: true, force: true }));

/** Writes an input to a file and reads it from there. */
function inFile<T>(name: string, input: Buffer, read: (file: string) => T): T {
  const file = join(directory, name);
  writeFileSync(file, input);
  return read(file);
}

/** Parsers of data, nodes and catalogs. */
export const manifestTargets: readonly Target[] = [
  {
    name: 'YAML data',
    samples: samples.data.map((one) => Buffer.from(one)),
    parse: (input) => inFile('bytes.yaml', input, (file) => readDataFile(file, 'yaml')),
  },
  jsonTarget('JSON data', [{ 'glance::api::bind_host': '::', list: [1, { a: null }], n: 1.5 }], (one) =>
    inFile('data.json', Buffer.from(one), (file) => readDataFile(file, 'json')),
  ),
  textTarget(
    'YAML scalars',
    ['0x1f', '1_000', '2001-01-01 10:00:00 +2', ':symbol', '~', '!!float 5', '190:20:30'],
    readPsychScalar,
  ),
  jsonTarget('Puppet catalog', samples.catalogs, (one) =>
    fromPuppetCatalog(one, { types: vocabulary.types, file: 'catalog.json' }),
  ),
  textTarget('node', samples.nodes, async (one) => {
    const { manifest } = await readNode(one, { vocabulary, file: 'node.yaml' });
    await compile(manifest);
  }),
  {
    name: 'DER',
    samples: [Buffer.from('30140209010203040506070809040702020101020103', 'hex')],
    parse: (input) => readDer(input).map((one) => readOctets(one)),
  },
];
