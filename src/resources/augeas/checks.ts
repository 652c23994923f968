import type { LintFinding } from '../../catalog/lint-finding.js';
import type { ResourceView } from '../../catalog/resource-view.js';
import { revealAll } from '../../secrets/secret.js';
import { compileRubyPattern } from '../file-line/ruby-pattern.js';
import { contextOf, type DesiredAugeas } from './attributes.js';
import { CONTROL_CHARACTERS } from './augtool-syntax.js';
import { type AugeasCommand, parseChanges, parseCondition } from './commands.js';
import { parseConditionClause } from './condition.js';

/** Validates the attributes of an augeas together. */
export function* validate(desired: DesiredAugeas): Generator<string> {
  const { incl, lens, changes, onlyif } = desired;
  if ((incl === undefined) !== (lens === undefined)) yield 'incl and lens need each other';
  const invalid = [...changes, onlyif].find((line) =>
    CONTROL_CHARACTERS.test(line.trim().replaceAll('\r\n', '')),
  );
  if (invalid !== undefined)
    yield `${JSON.stringify(invalid)} has a control character, which augtool does not accept`;
  try {
    parseCommands(desired);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    yield error.message;
  }
}

/** Parses and checks all commands. */
function parseCommands(desired: DesiredAugeas): AugeasCommand[] {
  const context = contextOf(desired);
  const changes = parseChanges(desired.changes, context);
  const condition = parseCondition(desired.onlyif, context);
  if (condition === undefined) return changes;
  const [, operator, operand = ''] = condition.arguments;
  if (condition.name === 'get') {
    if (operator === '=~') compileRubyPattern(operand);
    return [...changes, condition];
  }
  return [...changes, condition, parseConditionClause(condition)];
}

/** Warns about surplus words after a command, which Puppet ignores silently. */
export function* lintSurplusWords(resources: readonly ResourceView[]): Generator<LintFinding> {
  for (const resource of resources) {
    const found = parseCommands(revealAll(resource.desired) as DesiredAugeas).find(
      ({ surplus }) => surplus !== '',
    );
    if (found === undefined) continue;
    yield {
      resource,
      code: 'augeas.surplus',
      message: `the text after the last argument of ${found.name} has no effect: ${found.surplus}`,
      hint: 'put values with blanks in quotes',
    };
  }
}
