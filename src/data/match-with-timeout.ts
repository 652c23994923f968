import { type Context, createContext, Script } from 'node:vm';
import { codeOf } from '../errors/error-code.js';

/** Milliseconds that one pattern may take. */
const LIMIT = 1000;

/** Total number of characters up to which a linear pattern finishes long before the limit. */
const SHORT = 1000;

/** Thrown when a pattern exceeds the time limit. */
export class PatternTimeout extends Error {
  constructor(pattern: string) {
    super(
      `the pattern '${pattern}' was stopped after ${LIMIT / 1000} second: it can match its text in too many ways; ` +
        'write it without a repetition within a repetition, such as (a+)+, and without several of .* in a row',
    );
  }
}

const script = new Script('work()');
let context: Context | undefined;

/**
 * Tests strings against a pattern from a manifest or from data. A regular expression may run for hours and blocks the
 * process meanwhile. Node can only stop it from outside, in a context with a timeout, which costs a tenth of a
 * millisecond.
 * @param name The pattern as it was written, if it was translated.
 * @throws {PatternTimeout}
 */
export function matchWithTimeout(
  pattern: RegExp,
  texts: readonly string[],
  name = pattern.source,
): boolean[] {
  const match = () => texts.map((text) => pattern.test(text));
  if (isLinear(pattern) && texts.reduce((sum, { length }) => sum + length, 0) <= SHORT) return match();
  context ??= createContext({});
  context.work = match;
  try {
    return script.runInContext(context, { timeout: LIMIT }) as boolean[];
  } catch (error) {
    if (codeOf(error) !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    throw new PatternTimeout(name);
  } finally {
    context.work = undefined;
  }
}

/**
 * Returns whether a pattern has no group and at most one open repetition: its time is then at most quadratic in the length
 * of the text. Each group with an alternative, and each optional part, could double it.
 */
function isLinear({ source }: RegExp): boolean {
  const bare = source.replace(/\\[\s\S]/g, 'x').replace(/\[[^\]]*\]/g, 'x');
  return !bare.includes('(') && (bare.match(/[*+?{]/g) ?? []).length <= 1;
}
