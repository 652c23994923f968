import { raise } from '../../errors/glance-apply-error.js';
import { didYouMean } from '../../errors/nearest.js';
import { derivedSecret, Secret } from '../../secrets/secret.js';
import { missing } from './dig.js';
import type { Scope } from './scope.js';
import { toText } from './values.js';

/** What the expressions in a text may ask for. */
export interface Expressions {
  readonly scope: Scope;
  /** Functions such as `lookup('key')`; undefined where variables alone are allowed, as in paths. */
  readonly functions: Functions | undefined;
  /** Does something for a name, unless that name is being done already. */
  guard<T>(name: string, work: () => T): T;
}

/** The functions of data. */
export interface Functions {
  /** A key's value, or `nothing`. */
  lookup(key: string): unknown;
  environment(name: string): Secret<string>;
  file(path: string): Secret<string>;
}

const functionNames = ['lookup', 'hiera', 'alias', 'literal', 'scope', 'env', 'file'] as const;
const call = /^(\w+)\((?:"([^"]+)"|'([^']+)')\)$/;
/** Characters that one text may expand to: as many as a whole data file may have. */
const MAX_CHARACTERS = 16 * 1024 * 1024;

/** What to do about a value that grows too large. */
export const SIZE_HINT = 'look for values that refer to others many times, which do the same in turn';

/** Expressions that stand for nothing, by habit of old data. */
const empty = /^(?:|::|""|''|"::"|'::')$/;

/** Puts values in place of every `%{…}` in all texts of a value, keys of hashes included. */
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
  // A pattern would search the rest of the text for the end of each '%{' that is never closed.
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
          `an alias must be the whole value, but '${text.slice(start, at)}' is only part of one`,
          {
            hint: 'use lookup for what becomes part of a text',
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
  return secrets.length > 0 ? derivedSecret(result, secrets) : result;
}

/** The value of an `alias`, which is not made a text. */
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
      `'%{${expression}}' is not allowed here: paths and options take only variables`,
      {
        hint: 'values may look up others, the hierarchy itself may not',
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
      return raise('data.expression', `there is no function '${name}' for data`, {
        hint: didYouMean(name, functionNames) ?? `functions are ${functionNames.join(', ')}`,
      });
  }
}

function revealNested(value: unknown): unknown {
  if (Secret.is(value)) return revealNested(value.reveal());
  return value;
}
