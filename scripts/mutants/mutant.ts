/** One small change to a source file, which some spec should notice. */
export interface Mutant {
  /** The path from the root of the project. */
  readonly file: string;
  /** What kind of change it is. */
  readonly mutation: Mutation;
  /** Where the changed text begins and ends. */
  readonly start: number;
  readonly end: number;
  /** What stands there instead. */
  readonly replacement: string;
  /** The line of the changed text, counted from 1. */
  readonly line: number;
  /** The line that runs if the changed text does: the first one inside of an emptied block. */
  readonly runsAt: number;
  /** The line as it was and as it becomes, without indentation: what names the mutant wherever the line moves to. */
  readonly before: string;
  readonly after: string;
}

export const mutations = [
  'condition negated',
  'boundary moved',
  'operator swapped',
  'operand dropped',
  'statement removed',
  'block emptied',
  'result replaced',
  'await removed',
  'string emptied',
  'constant flipped',
  'ordering removed',
  'optional chain made certain',
] as const;

export type Mutation = (typeof mutations)[number];

/** The text of the file with the change made. */
export const applyMutant = (text: string, { start, end, replacement }: Mutant): string =>
  text.slice(0, start) + replacement + text.slice(end);
