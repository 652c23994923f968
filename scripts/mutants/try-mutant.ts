import type { Checkout } from './checkout.js';
import type { Mutant } from './mutant.js';
import type { SpecCoverage } from './spec-coverage.js';

/** The result of a mutant; `invalid` if it does not compile. */
export type Verdict = 'killed' | 'timeout' | 'survived' | 'invalid';

/** Long enough for a machine that is busy with other things. */
const PATIENCE = { least: 20_000, factor: 4 };
/** Specs are run in portions, so that one that hangs is ended after the time of its portion. */
const PORTION = 15_000;

/** Runs the specs that can see the mutant until one fails. */
export function tryMutant(
  checkout: Checkout,
  mutant: Mutant,
  covering: readonly SpecCoverage[],
): Promise<Verdict> {
  const [first = [], ...others] = portions(covering);
  return checkout.with(
    mutant,
    async () =>
      (await run(checkout, [first])) ??
      // Compiled here, because that takes longer than the first portion, which kills most mutants, and less than all others.
      ((await checkout.compiles()) ? undefined : 'invalid') ??
      (await run(checkout, others)) ??
      'survived',
  );
}

/** Returns how the specs killed the mutant; undefined if none did. */
async function run(
  checkout: Checkout,
  portions: readonly (readonly SpecCoverage[])[],
): Promise<'killed' | 'timeout' | undefined> {
  for (const portion of portions) {
    if (portion.length === 0) continue;
    const usual = portion.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
    const outcome = await checkout.runSpecs(
      portion.map(({ spec }) => spec),
      PATIENCE.least + PATIENCE.factor * usual,
    );
    if (outcome === 'failed') return 'killed';
    if (outcome === 'hung') return 'timeout';
  }
  return undefined;
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
