import { posix } from 'node:path';
import { managedFile, nativeType, type PathUse } from '../../catalog/index.js';
import type { LintFinding } from '../../catalog/lint-finding.js';
import type { ResourceView } from '../../catalog/resource-view.js';
import { provide } from '../../engine/provider.js';
import { revealAll } from '../../secrets/secret.js';
import { rubyPattern } from '../file-line/ruby-pattern.js';
import { packagesOf } from '../known-packages.js';
import { type AugeasWanted, attributes, contextOf } from './attributes.js';
import { filePathOf, UNTYPABLE } from './augtool-words.js';
import { type AugeasCommand, parseChanges, parseQuestion } from './commands.js';
import { clauseOf } from './condition.js';
import { provider } from './provider.js';

/**
 * A change of a configuration file in the words of Augeas.
 * @example
 * new Augeas(site, 'sshd: no root', { incl: '/etc/ssh/sshd_config', lens: 'Sshd.lns', changes: 'set PermitRootLogin no' });
 */
export class Augeas extends nativeType('augeas', attributes, {
  doc:
    'A change of a configuration file in the words of Augeas, which is made by augtool of the package augeas-tools. ' +
    'The host must have the lens of the file.',
  validate: complaints,
  examine: surplusWords,
  autorequire: () => packagesOf('augtool'),
  paths,
}) {}

provide(Augeas, provider);

function* complaints(wanted: AugeasWanted): Generator<string> {
  const { incl, lens, changes, onlyif } = wanted;
  if ((incl === undefined) !== (lens === undefined)) yield 'incl and lens need each other';
  const untypable = [...changes, onlyif].find((line) => UNTYPABLE.test(line.trim().replaceAll('\r\n', '')));
  if (untypable !== undefined)
    yield `${JSON.stringify(untypable)} has a control character, which augtool cannot be told`;
  try {
    commandsOf(wanted);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    yield error.message;
  }
}

/** All its commands, each checked. */
function commandsOf(wanted: AugeasWanted): AugeasCommand[] {
  const context = contextOf(wanted);
  const changes = parseChanges(wanted.changes, context);
  const question = parseQuestion(wanted.onlyif, context);
  if (question === undefined) return changes;
  const [, operator, operand = ''] = question.arguments;
  if (question.name === 'get') {
    if (operator === '=~') rubyPattern(operand);
    return [...changes, question];
  }
  return [...changes, question, clauseOf(question)];
}

/** Puppet passes over them without a word. */
function* surplusWords(resources: readonly ResourceView[]): Generator<LintFinding> {
  for (const resource of resources) {
    const found = commandsOf(revealAll(resource.wanted) as AugeasWanted).find(
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
function* paths(wanted: AugeasWanted): Generator<PathUse> {
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
