import { raise } from '../errors/glance-apply-error.js';
import { didYouMean } from '../errors/nearest.js';

/** An option of a command: its help, and what its value is parsed to. */
export interface OptionSpec<Value = unknown> {
  readonly doc: string;
  /** The placeholder for the value in the help: `FILE`; undefined if the option does not take a value. */
  readonly placeholder?: string;
  /** The value if the option is not given. */
  readonly fallback: Value;
  /**
   * Parses a value.
   * @param option The option as it was typed, for messages.
   * @param earlier The value of the same option before, if it is given several times; at first, the fallback.
   * @throws {GlanceApplyError} `usage.option` if it is not valid.
   */
  parse(text: string, option: string, earlier: Value): Value;
}

/** The options of a command by name. */
export type OptionSpecs = Readonly<Record<string, OptionSpec>>;

/** The values of options, parsed. */
export type OptionValues<Specs extends OptionSpecs> = {
  readonly [Name in keyof Specs]: Specs[Name] extends OptionSpec<infer Value> ? Value : never;
};

/** Returns an option that is given or not. */
export function flag(doc: string): OptionSpec<boolean> {
  return { doc, fallback: false, parse: () => true };
}

/** Returns an option that accepts any string. */
export function string(placeholder: string, doc: string): OptionSpec<string | undefined> {
  return { doc, placeholder, fallback: undefined, parse: (text) => text };
}

/** Returns an option that accepts any string and can be given several times. */
export function strings(placeholder: string, doc: string): OptionSpec<readonly string[]> {
  return { doc, placeholder, fallback: [], parse: (text, _option, earlier) => [...earlier, text] };
}

/** Returns an option that accepts a whole number, at least 1. */
export function count(fallback: number, doc: string): OptionSpec<number> {
  return {
    doc,
    placeholder: 'NUMBER',
    fallback,
    parse: (text, option) =>
      /^[1-9]\d{0,8}$/.test(text)
        ? Number(text)
        : raise('usage.option', `the option '${option}' needs a number of at least 1, not '${text}'`),
  };
}

/** Returns an option that accepts one of a few strings. */
export function choice<Choice extends string>(
  placeholder: string,
  choices: readonly Choice[],
  doc: string,
): OptionSpec<Choice | undefined> {
  return {
    doc,
    placeholder,
    fallback: undefined,
    parse: (text, option) =>
      choices.find((one) => one === text) ??
      raise('usage.option', `the option '${option}' cannot be '${text}'`, {
        hint: didYouMean(text, choices) ?? `it is one of ${choices.join(', ')}`,
      }),
  };
}

/** Returns an option that accepts a number of seconds. */
export function seconds(fallback: number, doc: string): OptionSpec<number> {
  return {
    doc,
    placeholder: 'SECONDS',
    fallback,
    parse: (text, option) =>
      /^\d+(\.\d+)?$/.test(text)
        ? Number(text)
        : raise('usage.option', `the option '${option}' needs a number of seconds, not '${text}'`),
  };
}
