import { posix } from 'node:path';
import { managedFile, nativeType, type PathUse } from '../../catalog/index.js';
import type { LintFinding } from '../../catalog/lint-finding.js';
import type { ResourceView } from '../../catalog/resource-view.js';
import { provide } from '../../engine/provider.js';
import { revealAll } from '../../secrets/secret.js';
import { compileRubyPattern } from '../file-line/ruby-pattern.js';
import { listPackagesOfTool } from '../tools/packages-of-tool.js';
import { attributes, contextOf, type WantedAugeas } from './attributes.js';
import { CONTROL_CHARACTERS, filePathOf } from './augtool-syntax.js';
import { provider } from './change.js';
import { type AugeasCommand, parseChanges, parseCondition } from './commands.js';
import { parseConditionClause } from './condition.js';

/**
 * A change of a configuration file in the words of Augeas.
 * @example
 * new Augeas(site, 'sshd: no root', { incl: '/etc/ssh/sshd_config', lens: 'Sshd.lns', changes: 'set PermitRootLogin no' });
 */
export class Augeas extends nativeType('augeas', attributes, {
  doc:
    'A change of a configuration file in the words of Augeas, which is made by augtool of the package augeas-tools. ' +
    'The host must have the lens of the file.',
  validate: validate,
  lint: lintSurplusWords,
  autorequire: () => listPackagesOfTool('augtool'),
  paths,
}) {}

provide(Augeas, provider);

function* validate(wanted: WantedAugeas): Generator<string> {
  const { incl, lens, changes, onlyif } = wanted;
  if ((incl === undefined) !== (lens === undefined)) yield 'incl and lens need each other';
  const untypable = [...changes, onlyif].find((line) =>
    CONTROL_CHARACTERS.test(line.trim().replaceAll('\r\n', '')),
  );
  if (untypable !== undefined)
    yield `${JSON.stringify(untypable)} has a control character, which augtool cannot be told`;
  try {
    parseCommands(wanted);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    yield error.message;
  }
}

/** All its commands, each checked. */
function parseCommands(wanted: WantedAugeas): AugeasCommand[] {
  const context = contextOf(wanted);
  const changes = parseChanges(wanted.changes, context);
  const question = parseCondition(wanted.onlyif, context);
  if (question === undefined) return changes;
  const [, operator, operand = ''] = question.arguments;
  if (question.name === 'get') {
    if (operator === '=~') compileRubyPattern(operand);
    return [...changes, question];
  }
  return [...changes, question, parseConditionClause(question)];
}

/** Puppet passes over them without a word. */
function* lintSurplusWords(resources: readonly ResourceView[]): Generator<LintFinding> {
  for (const resource of resources) {
    const found = parseCommands(revealAll(resource.wanted) as WantedAugeas).find(
      ({ surplus }) => surplus !== '',
    );
    if (found === undefined) continue;
    yield {
      resource,
      code: 'augeas.surplus',
      message: `what stands behind the last argument of ${found.name} has no effect: ${found.surplus}`,
      hint: 'put values with blanks in quotes',
    };
  }
}

/** The file that it edits; where only paths of the tree tell of it, files on these paths. */
function* paths(wanted: WantedAugeas): Generator<PathUse> {
  const { incl, root } = wanted;
  if (incl !== undefined) {
    yield* managedFile(posix.join(root, incl));
    return;
  }
  const named = [
    contextOf(wanted),
    ...parseChanges(wanted.changes, contextOf(wanted)).flatMap((one) => one.arguments),
  ];
  for (const path of new Set(named)) {
    const literal = /^\/files((?:\/[^/[\]()|=!*$\\'"]+)+)/.exec(path)?.[1];
    if (literal !== undefined) yield { use: 'names', path: posix.join(root, filePathOf(literal)) };
  }
}
