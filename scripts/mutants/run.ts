// Makes small changes to the sources, one at a time, and checks whether a spec fails. See docs/testing.md.
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { listFiles } from '../list-files.js';
import { Checkout } from './checkout.js';
import { findOutdated, readJustifications } from './justifications.js';
import { mutate } from './mutate.js';
import { parse } from './parse.js';
import { sampleMutants } from './sample.js';
import { SpecCoverageCache } from './spec-coverage.js';
import { MIN_KILLED, type MutantResult, summarize } from './summary.js';
import { tryMutant } from './try-mutant.js';

const project = fileURLToPath(new URL('../..', import.meta.url));

/** The parts of the sources on which everything else depends. */
const rooms = [
  'src/engine',
  'src/secrets',
  'src/catalog',
  'src/hosts',
  'src/resources/file',
  'src/resources/config',
  'src/resources/exec',
];

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '1' },
      count: { type: 'string', default: '200' },
      jobs: { type: 'string', default: String(availableParallelism()) },
      only: { type: 'string', multiple: true, default: rooms },
      list: { type: 'boolean', default: false },
    },
  });
  const mutants = allMutants(rooms);
  const justified = await readJustifications(join(project, 'spec/scripts/mutants/justified.json'));
  const unneeded = findOutdated(justified, mutants);
  for (const one of unneeded)
    console.error(`spec/scripts/mutants/justified.json: no mutant of ${one.file} has the line: ${one.after}`);
  if (unneeded.length > 0) return 1;

  const among = mutants.filter(({ file }) => values.only.some((path) => `${file}/`.startsWith(`${path}/`)));
  if (among.length === 0) throw new Error(`${values.only.join(', ')} has no mutants`);
  const chosen = sampleMutants(among, wholeNumber('count', values.count), wholeNumber('seed', values.seed));
  if (values.list) {
    for (const one of chosen)
      console.log(`${one.file}:${one.line}  ${one.mutation}\n  - ${one.before}\n  + ${one.after}`);
    return 0;
  }

  const checkouts: Checkout[] = [];
  const close = () => Promise.all(checkouts.map((checkout) => checkout.close()));
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void close().finally(() => process.exit(1)));
  try {
    for (let job = 0; job < wholeNumber('jobs', values.jobs); job += 1)
      checkouts.push(await Checkout.open(project));
    // Otherwise every mutant that survives the first specs would count as one that does not compile.
    if (!(await checkouts[0]?.compiles()))
      throw new Error('the sources do not compile: see npm run check:types');
    const coverage = new SpecCoverageCache(
      project,
      filesIn(['src', 'spec'], '.ts'),
      join(project, 'node_modules/.cache/mutants'),
    );
    const known = await coverage.measure(filesIn(['spec'], '.spec.ts'), checkouts, (spec, left) =>
      console.error(`measured ${spec}; ${left} left`),
    );
    const tried: MutantResult[] = [];
    const waiting = [...chosen];
    const work = async (checkout: Checkout) => {
      for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
        const covering = coverage.findCovering(mutant, known);
        const verdict = await tryMutant(checkout, mutant, covering);
        tried.push({ mutant, verdict: verdict, coveredBy: covering.length });
        const { file, line, mutation } = mutant;
        console.error(`${tried.length}/${chosen.length}  ${verdict}  ${file}:${line}  ${mutation}`);
      }
    };
    await Promise.all(checkouts.map(work));
    const { text, killed } = summarize(tried, justified);
    console.log(text);
    return killed >= MIN_KILLED ? 0 : 1;
  } finally {
    await close();
  }
}

function allMutants(paths: readonly string[]) {
  const texts = new Map(
    filesIn(paths, '.ts').map((file) => [file, readFileSync(join(project, file), 'utf8')]),
  );
  return [...parse(texts)].flatMap(([file, tree]) => mutate(file, tree));
}

/** Returns the files of the project below some paths, without the acceptance specs, which take too long. */
function filesIn(paths: readonly string[], ending: string): string[] {
  return listFiles(project, ...paths).filter(
    (file) => file.endsWith(ending) && !file.startsWith('spec/acceptance/'),
  );
}

function wholeNumber(option: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--${option} must be a whole number, not '${text}'`);
  return Number(text);
}

process.exitCode = await main();
