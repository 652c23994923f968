import type { Mutant } from './mutant.js';
import type { Sight } from './sight.js';
import type { Workplace } from './workplace.js';

/** `invalid` is what no spec has to notice, because the compiler does. */
export type Fate = 'killed' | 'timeout' | 'survived' | 'invalid';

/** Long enough for a machine that is busy with other things. */
const PATIENCE = { least: 20_000, factor: 4 };
/** Specs are run in portions, so that one that hangs is given up after the time of its portion. */
const PORTION = 15_000;

/** Runs the specs that can see the mutant until one fails. */
export function tryMutant(workplace: Workplace, mutant: Mutant, seeing: readonly Sight[]): Promise<Fate> {
  const [first = [], ...others] = portions(seeing);
  return workplace.with(
    mutant,
    async () =>
      (await run(workplace, [first])) ??
      // Asked here, because it takes longer than the first portion, which kills most, and less than all the others.
      ((await workplace.compiles()) ? undefined : 'invalid') ??
      (await run(workplace, others)) ??
      'survived',
  );
}

/** How the specs noticed the mutant; undefined if none did. */
async function run(
  workplace: Workplace,
  portions: readonly (readonly Sight[])[],
): Promise<'killed' | 'timeout' | undefined> {
  for (const portion of portions) {
    if (portion.length === 0) continue;
    const usual = portion.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
    const outcome = await workplace.runSpecs(
      portion.map(({ spec }) => spec),
      PATIENCE.least + PATIENCE.factor * usual,
    );
    if (outcome === 'failed') return 'killed';
    if (outcome === 'hung') return 'timeout';
  }
  return undefined;
}

function portions(seeing: readonly Sight[]): Sight[][] {
  const all: Sight[][] = [];
  let time = Number.POSITIVE_INFINITY;
  for (const sight of seeing) {
    time += sight.milliseconds;
    if (time > PORTION) {
      all.push([]);
      time = sight.milliseconds;
    }
    all.at(-1)?.push(sight);
  }
  return all;
}
