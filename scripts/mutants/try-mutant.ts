import type { Checkout, Outcome } from './checkout.js';
import type { Mutant } from './mutant.js';
import type { SpecCoverage } from './spec-coverage.js';

/** The result of a mutant; `invalid` if it does not compile. */
export type Verdict = 'killed' | 'timeout' | 'survived' | 'invalid';

/** Where the specs are run, with and without the mutant. */
type TestBed = Pick<Checkout, 'with' | 'runSpecs' | 'compiles'>;

/** Long enough for a machine that is busy with other things. */
const PATIENCE = { least: 20_000, factor: 4 };
/** Specs are run in portions, so that one that hangs is ended after the time of its portion. */
const PORTION = 15_000;

/** How often specs are run again that fail without the mutant too: other processes can disturb them. */
const MAX_ATTEMPTS = 3;

/** Runs the specs that can see the mutant until one fails that passes without it. */
export async function tryMutant(
  checkout: TestBed,
  mutant: Mutant,
  covering: readonly SpecCoverage[],
): Promise<Verdict> {
  const [first = [], ...others] = portions(covering);
  const firstVerdict = await run(checkout, mutant, [first]);
  if (firstVerdict !== undefined) return firstVerdict;
  // Compiled here, because that takes longer than the first portion, which kills most mutants, and less than all others.
  if (!(await checkout.with(mutant, () => checkout.compiles()))) return 'invalid';
  return (await run(checkout, mutant, others)) ?? 'survived';
}

/** Returns how the specs killed the mutant; undefined if none did. */
async function run(
  checkout: TestBed,
  mutant: Mutant,
  portions: readonly (readonly SpecCoverage[])[],
): Promise<'killed' | 'timeout' | undefined> {
  for (const portion of portions) {
    for (let attempt = 0; attempt < MAX_ATTEMPTS && portion.length > 0; attempt += 1) {
      const outcome = await checkout.with(mutant, () => runPortion(checkout, portion));
      if (outcome === 'passed') break;
      if ((await runPortion(checkout, portion)) === 'passed')
        return outcome === 'hung' ? 'timeout' : 'killed';
    }
  }
  return undefined;
}

function runPortion(checkout: TestBed, portion: readonly SpecCoverage[]): Promise<Outcome> {
  const usual = portion.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
  return checkout.runSpecs(
    portion.map(({ spec }) => spec),
    PATIENCE.least + PATIENCE.factor * usual,
  );
}

function portions(covering: readonly SpecCoverage[]): SpecCoverage[][] {
  const all: SpecCoverage[][] = [];
  let time = Number.POSITIVE_INFINITY;
  for (const covered of covering) {
    time += covered.milliseconds;
    if (time > PORTION) {
      all.push([]);
      time = covered.milliseconds;
    }
    all.at(-1)?.push(covered);
  }
  return all;
}
