import { raise } from '../errors/glance-apply-error.js';
import type { Io } from './io.js';
import type { OptionSpecs, OptionValues } from './option-spec.js';

/** An argument of a command. */
export interface ArgumentSpec {
  readonly name: string;
  readonly required: boolean;
}

/** The values of the arguments of a command, in order. */
type ArgumentValues<Args extends readonly ArgumentSpec[]> = {
  readonly [Index in keyof Args]: Args[Index] extends { readonly required: true }
    ? string
    : string | undefined;
};

/** The arguments and options that a command was called with. */
export interface Call<Args extends readonly unknown[], Options> {
  readonly args: Args;
  readonly options: Options;
  readonly io: Io;
}

/** An option on the command line. */
export interface GivenOption {
  readonly name: string;
  /** The option as it was typed: `--facts`. */
  readonly rawName: string;
  readonly value: string | undefined;
}

interface Help {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** A paragraph or two for its own help. */
  readonly description: string;
  /** It changes something: its exit status reports the change, not whether output was written. @default false */
  readonly changes?: boolean;
  readonly examples: readonly { readonly line: string; readonly doc: string }[];
}

/** A command: its help, its arguments and options, and its implementation. */
export interface CommandDefinition<Args extends readonly ArgumentSpec[], Options extends OptionSpecs>
  extends Help {
  readonly args: Args;
  readonly options: Options;
  /**
   * Runs the command.
   * @returns the exit status.
   * @throws {GlanceApplyError} if it cannot run.
   */
  run(call: Call<ArgumentValues<Args>, OptionValues<Options>>): Promise<number>;
}

/** A command as the command line calls it. */
export interface Command extends Help {
  readonly args: readonly ArgumentSpec[];
  readonly options: OptionSpecs;
  /**
   * Parses the options and runs the command.
   * @param args The required arguments at least.
   * @param given Options that the command has.
   * @returns the exit status.
   * @throws {GlanceApplyError} if the value of an option is not valid, or if the command cannot run.
   */
  run(args: readonly string[], given: readonly GivenOption[], io: Io): Promise<number>;
}

/** Defines a command whose implementation receives its arguments and options parsed. */
export function defineCommand<const Args extends readonly ArgumentSpec[], const Options extends OptionSpecs>({
  run,
  ...rest
}: CommandDefinition<Args, Options>): Command {
  return {
    ...rest,
    run: async (args, given, io) =>
      run({
        // As many as the command has: main has compared them.
        args: args as ArgumentValues<Args>,
        options: parseOptions(rest.options, given),
        io,
      }),
  };
}

function parseOptions<Options extends OptionSpecs>(
  specs: Options,
  given: readonly GivenOption[],
): OptionValues<Options> {
  const values: Record<string, unknown> = {};
  for (const [name, { fallback }] of Object.entries(specs)) values[name] = fallback;
  for (const { name, rawName, value } of given) {
    const { placeholder, parse } = specs[name] ?? raise('internal.error', `unknown option '${rawName}'`);
    if (placeholder === undefined && value !== undefined) {
      return raise('usage.option', `the option '${rawName}' does not take a value`);
    }
    if (placeholder !== undefined && (value === undefined || value === '')) {
      return raise('usage.option', `the option '${rawName}' needs a value`, {
        hint: `${rawName} ${placeholder}`,
      });
    }
    values[name] = parse(value ?? '', rawName, values[name]);
  }
  // One value for each option of the table.
  return values as OptionValues<Options>;
}
