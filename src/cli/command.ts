import type { Io } from './io.js';

/** An option of a command. */
export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  readonly doc: string;
  /** What stands for the value in the help: `FILE`. */
  readonly value?: string;
  /** The values that it may have. @default any */
  readonly choices?: readonly string[];
}

/** An argument of a command. */
export interface ArgumentSpec {
  readonly name: string;
  readonly required: boolean;
}

/** What a command was called with. */
export interface Call {
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly io: Io;
}

/** One command: what the help says of it, what it takes, and what it does. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** A paragraph or two for its own help. */
  readonly description: string;
  readonly args: readonly ArgumentSpec[];
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** It changes something: its status tells of that, and not of what it could say. @default false */
  readonly changes?: boolean;
  readonly examples: readonly { readonly line: string; readonly doc: string }[];
  /**
   * Does it; gives the exit status.
   * @throws {GlanceApplyError} where it cannot.
   */
  run(call: Call): Promise<number>;
}

/** The text of an option, or undefined where it was not given. */
export function textOption({ options }: Call, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}
