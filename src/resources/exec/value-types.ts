import { number, type ValueType, type Writable } from '../../catalog/index.js';
import { isHash } from '../../data/is-hash.js';

/** A command: a line, or a program with its arguments. */
export type CommandLine = string | readonly string[];

/** A command in a manifest, in which arguments can be numbers. */
type WrittenCommand = string | readonly (string | number)[];

const line = { type: 'string', minLength: 1 } as const;
const words = { type: 'array', items: { type: 'string' }, minItems: 1 } as const;

/** A command: a line that is split into words, or the words themselves. */
export const commandLine: ValueType<WrittenCommand, CommandLine> = {
  schema: { anyOf: [line, words] },
  expected: 'a command line, or a list of a program and its arguments',
  munge: wordsToText,
};

/** Conditions: one line, a list of lines, or a list of lists of words. */
export const commandLines: ValueType<WrittenCommand | readonly WrittenCommand[], readonly CommandLine[]> = {
  schema: { type: 'array', items: { anyOf: [line, words] } },
  expected: 'a command line, a list of command lines, or a list of lists of a program and its arguments',
  munge: (value) => (Array.isArray(value) ? value.map(wordsToText) : [value]),
};

/** A search path: a list of directories, or one string with colons between them. */
export const searchPath: ValueType<string | readonly string[], readonly string[]> = {
  schema: { type: 'array', items: { type: 'string', pattern: '^/[^\\0:]*$' } },
  expected: "a list of absolute directories, or one string with ':' between them",
  munge: (value) =>
    (Array.isArray(value) ? value : [value]).flatMap((part) =>
      typeof part === 'string' ? part.split(':') : [part],
    ),
};

type WrittenEnvironment =
  | string
  | readonly Writable<string>[]
  | Readonly<Record<string, Writable<string> | Writable<number>>>;

/** Variables: `NAME=value`, a list of those, or a hash. */
export const environmentVariables: ValueType<WrittenEnvironment, Readonly<Record<string, string>>> = {
  schema: {
    type: 'object',
    propertyNames: { pattern: '^[A-Za-z_][A-Za-z0-9_]*$' },
    additionalProperties: { type: 'string' },
  },
  expected: "a list of strings 'NAME=value', or a hash of names and values",
  munge: (value) => {
    if (isHash(value)) {
      return Object.fromEntries(Object.entries(value).map(([name, text]) => [name, toText(text)]));
    }
    const entries = (Array.isArray(value) ? value : [value]).map((entry) =>
      /^([^=]+)=([\s\S]*)$/.exec(String(entry)),
    );
    return entries.every((entry) => entry !== null)
      ? Object.fromEntries(entries.map(([, name, text]) => [name, text]))
      : value;
  },
};

function wordsToText(value: unknown): unknown {
  return Array.isArray(value) ? value.map(toText) : value;
}

function toText(value: unknown): unknown {
  return typeof value === 'number' ? String(value) : value;
}

/** A umask in octal digits. Numbers are refused: `0o022` in a manifest and `022` in a data file are different. */
export const umaskValue: ValueType<string> = {
  schema: { type: 'string', pattern: '^[0-7]{1,4}$' },
  expected: "a umask as a string of octal digits, such as '022'",
};

/** Seconds; strings of digits are accepted. */
export const nonNegativeNumber: ValueType<number | `${number}`, number> = {
  ...number,
  schema: { type: 'number', minimum: 0 },
  expected: 'a number of at least 0',
};
