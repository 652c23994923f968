import { matchWithTimeout } from '../../data/match-with-timeout.js';
import { compileRubyPattern } from '../file-line/ruby-pattern.js';
import { quotePath } from './augtool-syntax.js';
import { type AugeasCommand, CommandError, parseClause } from './commands.js';
import { parseStringArray } from './string-array.js';

/** The nodes that match the path of a condition. */
export interface MatchedNodes {
  readonly paths: readonly string[];
  readonly values: ReadonlyMap<string, string | undefined>;
}

const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/** Builds the commands of augtool whose output is necessary for a condition: the values of nodes, and their paths. */
export function buildConditionCommands({
  arguments: [path = ''],
}: AugeasCommand): [print: string, match: string] {
  return [`print ${quotePath(path)}`, `match ${quotePath(path)}`];
}

/** Whether a condition is met. */
export function isConditionMet(condition: AugeasCommand, nodes: MatchedNodes): boolean {
  const [, operator = '', operand = ''] = condition.arguments;
  if (condition.name === 'get') {
    const [only, ...more] = nodes.paths;
    const value = only === undefined || more.length > 0 ? '' : (nodes.values.get(only) ?? '');
    return compareValue(value, operator, operand);
  }
  const found = condition.name === 'match' ? nodes.paths : nodes.paths.map((path) => nodes.values.get(path));
  const clause = parseConditionClause(condition);
  const [first = '', second = ''] = clause.arguments;
  switch (clause.name) {
    case 'size':
      return compareNumbers(nodes.paths.length, first, Number(second));
    case 'include':
      return found.includes(first);
    case 'not_include':
      return !found.includes(first);
    default: {
      const expected = parseStringArray(first) ?? [];
      const same = found.length === expected.length && found.every((one, index) => one === expected[index]);
      return (clause.name === '==') === same;
    }
  }
}

/** Parses and checks the comparison of a condition. */
export function parseConditionClause({
  name,
  arguments: [path = '', text = ''],
}: AugeasCommand): AugeasCommand {
  const clause = parseClause(text);
  const [operand = ''] = clause.arguments;
  if (clause.name === 'size' && (name !== 'match' || operand === '=~')) {
    throw new CommandError(
      `'${name} ${path} ${text}': only the size of a match can be compared, with == != < <= > >=`,
    );
  }
  if (/=$/.test(clause.name) && parseStringArray(operand) === undefined) {
    throw new CommandError(`'${operand}' is not a list of quoted strings, such as ['a', 'b']`);
  }
  return clause;
}

function compareValue(value: string, operator: string, operand: string): boolean {
  if (operator === '=~') return matchWithTimeout(compileRubyPattern(operand), [value], operand)[0] === true;
  if (operator === '==' || operator === '!=') return (operator === '==') === (value === operand);
  if (NUMBER.test(value) && NUMBER.test(operand))
    return compareNumbers(Number(value), operator, Number(operand));
  return compareNumbers(Buffer.compare(Buffer.from(value), Buffer.from(operand)), operator, 0);
}

function compareNumbers(left: number, operator: string, right: number): boolean {
  switch (operator) {
    case '==':
      return left === right;
    case '!=':
      return left !== right;
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    default:
      return left >= right;
  }
}
