import { raise } from '../../errors/glance-apply-error.js';
import { didYouMean } from '../../errors/nearest.js';
import { derivedSecret, Secret } from '../../secrets/secret.js';
import { nothing } from './dig.js';
import type { Scope } from './scope.js';
import { inText } from './values.js';

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
/** As much as a whole data file may have. Characters. */
const LARGEST_TEXT = 16 * 1024 * 1024;

/** Expressions that stand for nothing, by habit of old data. */
const empty = /^(?:|::|""|''|"::"|'::')$/;

/** Puts values in place of every `%{…}` in all texts of a value, keys of hashes included. */
export function interpolate(value: unknown, expressions: Expressions): unknown {
  if (typeof value === 'string') return value.includes('%{') ? interpolateText(value, expressions) : value;
  if (Array.isArray(value)) return value.map((item) => interpolate(item, expressions));
  if (value instanceof Map) {
    return new Map(
      [...value].map(([key, one]) => [inText(interpolate(key, expressions)), interpolate(one, expressions)]),
    );
  }
  return value;
}

function interpolateText(text: string, expressions: Expressions): unknown {
  const secrets: unknown[] = [];
  let result = '';
  let at = 0;
  // Not by a pattern, which would look for the end of each beginning up to the end of the text.
  for (let start = text.indexOf('%{'); start >= 0; start = text.indexOf('%{', at)) {
    const end = text.indexOf('}', start);
    if (end < 0) break;
    const expression = text.slice(start + 2, end).trim();
    const whole = start === 0 && end === text.length - 1;
    result += text.slice(at, start);
    at = end + 1;
    if (empty.test(expression)) continue;
    const value = evaluate(expression, expressions);
    if (value instanceof Whole) {
      if (!whole) {
        raise(
          'data.alias',
          `alias must be the whole of a value, and '${text.slice(start, at)}' is a part of one`,
          {
            hint: 'use lookup for what becomes a part of a text',
          },
        );
      }
      return value.value;
    }
    if (Secret.is(value)) secrets.push(value);
    result += inText(clear(value));
    if (result.length > LARGEST_TEXT) {
      raise('data.size', `expressions make a text of more than ${LARGEST_TEXT / 1024 / 1024} MiB of it`, {
        hint: 'look for values that name others many times, which do so in turn',
      });
    }
  }
  result += text.slice(at);
  return secrets.length > 0 ? derivedSecret(result, secrets) : result;
}

/** The value of an `alias`, which is not made a text. */
class Whole {
  constructor(readonly value: unknown) {}
}

function evaluate(expression: string, expressions: Expressions): unknown {
  const { scope, functions, guard } = expressions;
  const match = call.exec(expression);
  const again = (name: string, value: unknown) =>
    guard(name, () => interpolate(value === nothing ? null : value, expressions));
  if (match === null) return again(`scope:${expression}`, scope.get(expression));

  const [, name = '', double, single] = match;
  const argument = double ?? single ?? '';
  if (functions === undefined) {
    return raise(
      'data.expression',
      `'%{${expression}}' cannot stand here: paths and options take variables alone`,
      {
        hint: 'values may look up others, the hierarchy itself may not',
      },
    );
  }
  switch (name) {
    case 'lookup':
    case 'hiera':
      return again(argument, functions.lookup(argument));
    case 'alias': {
      const value = functions.lookup(argument);
      return new Whole(value === nothing ? '' : value);
    }
    case 'literal':
      return again(argument, argument);
    case 'scope':
      return again(`scope:${argument}`, scope.get(argument));
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

function clear(value: unknown): unknown {
  if (Secret.is(value)) return clear(value.reveal());
  return value;
}
