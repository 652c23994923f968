import { type AttributeTable, parameter } from './attribute.js';
import { anyOf, arrayOf } from './values/compounds.js';
import { boolean, integer, oneOf, string } from './values/scalars.js';
import type { ValueType } from './values/value-type.js';

/** Repeated attempts at a change that may fail for a temporary reason. */
export interface Retry {
  /** The maximum number of attempts. */
  readonly tries: number;
  /** Seconds between two attempts. @default 1 */
  readonly delay?: number;
}

/** The importance of a message, from the highest to the lowest. */
export const logLevels = ['emerg', 'alert', 'crit', 'err', 'warning', 'notice', 'info', 'debug'] as const;

export type LogLevel = (typeof logLevels)[number];

/** The metaparameters that are relationships, and what each means. */
export const relationships = {
  before: { forward: true, refresh: false },
  notify: { forward: true, refresh: true },
  require: { forward: false, refresh: false },
  subscribe: { forward: false, refresh: true },
} as const;

export type Relationship = keyof typeof relationships;

const retry: ValueType<number | Retry> = {
  schema: {
    anyOf: [
      { type: 'integer', minimum: 1 },
      {
        type: 'object',
        properties: { tries: { type: 'integer', minimum: 1 }, delay: { type: 'number', minimum: 0 } },
        required: ['tries'],
        additionalProperties: false,
      },
    ],
  },
  expected: 'a number of tries, or { tries, delay }',
  munge: (value) => integer().munge?.(value) ?? value,
};

/** The metaparameters that are not relationships, with their values. */
export const metaparameters = {
  tag: parameter(anyOf(string, arrayOf(string)), 'Names to find it by in collectors.'),
  noop: parameter(boolean, 'Planned, never changed. Passed on to what a class or defined type contains.'),
  alias: parameter(anyOf(string, arrayOf(string)), 'Further titles that references may use.'),
  retry: parameter(
    retry,
    'Further tries of a change that fails: a number, or { tries, delay } with seconds between two tries. Passed on.',
  ),
  virtual: parameter(boolean, 'Declared, and left out until it is realized or a collector asks for it.'),
  exported: parameter(
    boolean,
    'Declared to be collected on any host of the fleet; on its own host it is virtual.',
  ),
  loglevel: parameter(
    oneOf(...logLevels, 'verbose'),
    'The severity of its changes; those below notice are not displayed on the terminal. Passed on.',
  ),
  schedule: parameter(string, 'The schedule that determines when it may be read and changed. Passed on.'),
  stage: parameter(string, 'Of classes alone: the stage that it belongs to.'),
} satisfies AttributeTable;

/** Names that no type may use for its own attributes. */
export const metaparameterNames: ReadonlySet<string> = new Set([
  ...Object.keys(relationships),
  ...Object.keys(metaparameters),
  // A metaparameter of Puppet that is refused: runs are not compared with each other.
  'audit',
]);
