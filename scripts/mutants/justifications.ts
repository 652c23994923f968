import { readFile } from 'node:fs/promises';
import { type Mutant, type Mutation, mutations } from './mutant.js';

/** Why no spec needs to kill a mutant. It is identified by its text, so that it may move within its file. */
export interface Justification {
  readonly file: string;
  readonly mutation: Mutation;
  readonly before: string;
  readonly after: string;
  readonly reason: string;
}

/** Reads the justifications in a file; throws if one is incomplete. */
export async function readJustifications(path: string): Promise<Justification[]> {
  const justified: Justification[] = JSON.parse(await readFile(path, 'utf8'));
  for (const one of justified) {
    const missing = (['file', 'mutation', 'before', 'after', 'reason'] as const).filter((key) => !one[key]);
    if (missing.length > 0)
      throw new Error(`${path}: ${missing.join(' and ')} missing in ${JSON.stringify(one)}`);
    if (!mutations.includes(one.mutation))
      throw new Error(`${path}: the mutation '${one.mutation}' does not exist`);
  }
  return justified;
}

export const isJustifiedBy = (mutant: Mutant, one: Justification): boolean =>
  one.file === mutant.file &&
  one.mutation === mutant.mutation &&
  one.before === mutant.before &&
  one.after === mutant.after;

/** Returns the justifications to which no mutant of the sources corresponds any more. */
export const findOutdated = (
  justified: readonly Justification[],
  mutants: readonly Mutant[],
): Justification[] => justified.filter((one) => !mutants.some((mutant) => isJustifiedBy(mutant, one)));
