/** A small change to a source file, which a spec should detect. */
export interface Mutant {
  /** The path from the root of the project. */
  readonly file: string;
  /** The kind of the change. */
  readonly mutation: Mutation;
  /** Where the changed text begins and ends. */
  readonly start: number;
  readonly end: number;
  /** The new text. */
  readonly replacement: string;
  /** The line of the changed text, counted from 1. */
  readonly line: number;
  /** The line that is executed if the changed text is: for an emptied block, the first one in it. */
  readonly runsAt: number;
  /** The line before and after the change, without indentation: they identify the mutant wherever the line moves to. */
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

/** Returns the text of the file with the change. */
export const applyMutant = (text: string, { start, end, replacement }: Mutant): string =>
  text.slice(0, start) + replacement + text.slice(end);
