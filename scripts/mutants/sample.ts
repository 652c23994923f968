import { createHash } from 'node:crypto';
import type { Mutant, Mutation } from './mutant.js';

/**
 * Returns `count` random mutants, the same ones for the same seed. The random number of a mutant is computed from its
 * own text, so that a change elsewhere in the sources does not affect it. The kinds of mutations alternate: otherwise
 * most would be emptied strings and swapped operators, although the rare ones are more informative.
 */
export function sampleMutants(mutants: readonly Mutant[], count: number, seed: number): Mutant[] {
  const kinds = new Map<Mutation, { mutant: Mutant; lot: string }[]>();
  const seen = new Map<string, number>();
  for (const mutant of mutants) {
    const { file, mutation, before, after } = mutant;
    const text = [file, mutation, before, after].join('\n');
    const repeated = seen.get(text) ?? 0;
    seen.set(text, repeated + 1);
    const lot = createHash('sha256').update(`${seed}\n${text}\n${repeated}`).digest('hex');
    const alike = kinds.get(mutation);
    if (alike === undefined) kinds.set(mutation, [{ mutant, lot }]);
    else alike.push({ mutant, lot });
  }
  const queues = [...kinds.values()].map((alike) => alike.sort((a, b) => (a.lot < b.lot ? 1 : -1)));
  const chosen: Mutant[] = [];
  while (chosen.length < Math.min(count, mutants.length)) {
    for (const queue of queues) {
      const next = chosen.length < count ? queue.pop() : undefined;
      if (next !== undefined) chosen.push(next.mutant);
    }
  }
  return chosen;
}
