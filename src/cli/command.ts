import type { Io } from './io.js';

/** An option of a command. */
export interface OptionSpec {
  readonly type: 'string' | 'boolean';
  readonly doc: string;
  /** The placeholder for the value in the help: `FILE`. */
  readonly value?: string;
  /** The values that it accepts. @default any */
  readonly choices?: readonly string[];
}

/** An argument of a command. */
export interface ArgumentSpec {
  readonly name: string;
  readonly required: boolean;
}

/** The arguments and options that a command was called with. */
export interface Call {
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly io: Io;
}

/** A command: its help, its arguments and options, and its implementation. */
export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** A paragraph or two for its own help. */
  readonly description: string;
  readonly args: readonly ArgumentSpec[];
  readonly options: Readonly<Record<string, OptionSpec>>;
  /** It changes something: its exit status reports the change, not whether output was written. @default false */
  readonly changes?: boolean;
  readonly examples: readonly { readonly line: string; readonly doc: string }[];
  /**
   * Runs the command.
   * @returns the exit status.
   * @throws {GlanceApplyError} if it cannot run.
   */
  run(call: Call): Promise<number>;
}

/** The value of a string option, or undefined if the option was not given. */
export function textOption({ options }: Call, name: string): string | undefined {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
}
