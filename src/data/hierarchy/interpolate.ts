import { raise } from '../../errors/glance-apply-error.js';
import { didYouMean } from '../../errors/nearest.js';
import { deriveSecret, Secret } from '../../secrets/secret.js';
import { missing } from './dig.js';
import type { Scope } from './scope.js';
import { toText } from './values.js';

/** The variables and functions of the expressions in a value. */
export interface Expressions {
  readonly scope: Scope;
  /** Functions such as `lookup('key')`; undefined if only variables are allowed, as in paths. */
  readonly functions: Functions | undefined;
  /** Evaluates a name; throws if it is already being evaluated. */
  guard<T>(name: string, work: () => T): T;
}

/** The functions that data may call. */
export interface Functions {
  /** Returns a key's value, or `missing`. */
  lookup(key: string): unknown;
  environment(name: string): Secret<string>;
  file(path: string): Secret<string>;
}

const functionNames = ['lookup', 'hiera', 'alias', 'literal', 'scope', 'env', 'file'] as const;
const call = /^(\w+)\((?:"([^"]+)"|'([^']+)')\)$/;
/** Characters that one string may expand to: as many as a whole data file may contain. */
const MAX_CHARACTERS = 16 * 1024 * 1024;

/** The hint for a value that grows too large. */
export const SIZE_HINT = 'check for values that refer many times to values that do the same';

/** Expressions that old data uses for the empty string. */
const empty = /^(?:|::|""|''|"::"|'::')$/;

/** Replaces every `%{…}` in all strings of a value, including keys of hashes. */
export function interpolate(value: unknown, expressions: Expressions): unknown {
  if (typeof value === 'string') return value.includes('%{') ? interpolateText(value, expressions) : value;
  if (Array.isArray(value)) return value.map((item) => interpolate(item, expressions));
  if (value instanceof Map) {
    return new Map(
      [...value].map(([key, one]) => [toText(interpolate(key, expressions)), interpolate(one, expressions)]),
    );
  }
  return value;
}

function interpolateText(text: string, expressions: Expressions): unknown {
  const secrets: unknown[] = [];
  let result = '';
  let at = 0;
  // A regular expression would search the rest of the string once for each '%{' that is never closed.
  for (let start = text.indexOf('%{'); start >= 0; start = text.indexOf('%{', at)) {
    const end = text.indexOf('}', start);
    if (end < 0) break;
    const expression = text.slice(start + 2, end).trim();
    const whole = start === 0 && end === text.length - 1;
    result += text.slice(at, start);
    at = end + 1;
    if (empty.test(expression)) continue;
    const value = evaluate(expression, expressions);
    if (value instanceof WholeValue) {
      if (!whole) {
        raise(
          'data.alias',
          `an alias must be the whole value, but '${text.slice(start, at)}' is only a part of it`,
          {
            hint: 'use lookup for a part of a string',
          },
        );
      }
      return value.value;
    }
    if (Secret.is(value)) secrets.push(value);
    result += toText(revealNested(value));
    if (result.length > MAX_CHARACTERS) {
      raise('data.size', `expressions expand it to more than ${MAX_CHARACTERS / 1024 / 1024} MiB of text`, {
        hint: SIZE_HINT,
      });
    }
  }
  result += text.slice(at);
  return secrets.length > 0 ? deriveSecret(result, secrets) : result;
}

/** The value of an `alias`, which is not converted to a string. */
class WholeValue {
  constructor(readonly value: unknown) {}
}

function evaluate(expression: string, expressions: Expressions): unknown {
  const { scope, functions, guard } = expressions;
  const match = call.exec(expression);
  const interpolateAgain = (name: string, value: unknown) =>
    guard(name, () => interpolate(value === missing ? null : value, expressions));
  if (match === null) return interpolateAgain(`scope:${expression}`, scope.get(expression));

  const [, name = '', double, single] = match;
  const argument = double ?? single ?? '';
  if (functions === undefined) {
    return raise(
      'data.expression',
      `'%{${expression}}' is not allowed here: paths and options may only contain variables`,
      {
        hint: 'only values may look up other values, not the hierarchy itself',
      },
    );
  }
  switch (name) {
    case 'lookup':
    case 'hiera':
      return interpolateAgain(argument, functions.lookup(argument));
    case 'alias': {
      const value = functions.lookup(argument);
      return new WholeValue(value === missing ? '' : value);
    }
    case 'literal':
      return interpolateAgain(argument, argument);
    case 'scope':
      return interpolateAgain(`scope:${argument}`, scope.get(argument));
    case 'env':
      return functions.environment(argument);
    case 'file':
      return functions.file(argument);
    default:
      return raise('data.expression', `unknown function '${name}'`, {
        hint: didYouMean(name, functionNames) ?? `supported functions are ${functionNames.join(', ')}`,
      });
  }
}

function revealNested(value: unknown): unknown {
  if (Secret.is(value)) return revealNested(value.reveal());
  return value;
}
