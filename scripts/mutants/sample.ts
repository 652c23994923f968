import type { Mutant, Mutation } from './mutant.js';

/**
 * So many mutants, chosen by chance and the same ones for the same seed. The kinds of mutations take turns: by number alone
 * most would be emptied strings and swapped operators, and the rare ones tell more.
 */
export function sampleMutants(mutants: readonly Mutant[], count: number, seed: number): Mutant[] {
  const random = createGenerator(seed);
  const kinds = new Map<Mutation, Mutant[]>();
  for (const mutant of mutants) {
    const alike = kinds.get(mutant.mutation);
    if (alike === undefined) kinds.set(mutant.mutation, [mutant]);
    else alike.push(mutant);
  }
  const chosen: Mutant[] = [];
  while (chosen.length < Math.min(count, mutants.length)) {
    for (const alike of kinds.values()) {
      if (alike.length === 0 || chosen.length === count) continue;
      chosen.push(...alike.splice(Math.floor(random() * alike.length), 1));
    }
  }
  return chosen;
}

/** Numbers from 0 to below 1: mulberry32, which is small, and good enough to draw lots with. */
function createGenerator(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
