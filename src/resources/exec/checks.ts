import type { LintFinding } from '../../catalog/lint-finding.js';
import type { ResourceView } from '../../catalog/resource-view.js';
import { revealAll } from '../../secrets/secret.js';
import type { DesiredExec } from './attributes.js';
import { ShellSyntaxError, splitWords } from './split-words.js';
import type { CommandLine } from './value-types.js';

/** Shell builtins: a program of the same name, if there is one, has no effect on the next command. */
const BUILTINS = new Set(
  'alias bg case cd command eval exec exit export fg for function if jobs local read return set shift source trap type ulimit umask unset until wait while . :'.split(
    ' ',
  ),
);

/** Validates the attributes of an exec together. */
export function* validate(desired: DesiredExec): Iterable<string> {
  if (desired.returns.length === 0) yield 'returns must name at least one status: else no run could succeed';
  if (desired.provider === 'shell') return;
  const commandsByAttribute: [string, readonly CommandLine[]][] = [
    ['command', [desired.command]],
    ['refresh', desired.refresh === undefined ? [] : [desired.refresh]],
    ['onlyif', desired.onlyif ?? []],
    ['unless', desired.unless ?? []],
  ];
  for (const [attribute, commands] of commandsByAttribute) {
    for (const command of commands) {
      let words: readonly string[];
      try {
        words = typeof command === 'string' ? splitWords(command) : command;
      } catch (error) {
        if (!(error instanceof ShellSyntaxError)) throw error;
        yield `${attribute} cannot be split into words: ${error.message}; quote it, or set provider to 'shell'`;
        continue;
      }
      const problem = findProgramProblem(words[0] ?? '', desired);
      if (problem !== undefined) yield `'${words[0]}' in ${attribute} ${problem}`;
    }
  }
}

/** Describes why it is not clear which program is meant; undefined if it is. */
function findProgramProblem(program: string, { path, cwd }: DesiredExec): string | undefined {
  if (program.startsWith('/')) return undefined;
  if (program.includes('/'))
    return cwd === undefined ? 'is relative to no directory: give cwd, or an absolute path' : undefined;
  if (path !== undefined) return undefined;
  return BUILTINS.has(program)
    ? "is a shell builtin: set provider to 'shell'"
    : "is not an absolute path: give path, such as ['/usr/bin', '/usr/sbin', '/bin', '/sbin'], to look for it there; " +
        "or set provider to 'shell'";
}

/** Warns about variables that are set twice, and about PATH beside `path`. */
export function* lintEnvironment(execs: readonly ResourceView[]): Generator<LintFinding> {
  for (const resource of execs) {
    const environment = revealAll(resource.parameters.environment);
    const names = Array.isArray(environment)
      ? environment.map((entry) => String(entry).split('=')[0] ?? '')
      : Object.keys(resource.desired.environment ?? {});
    for (const name of new Set(names.filter((one, index) => names.indexOf(one) !== index))) {
      yield {
        resource,
        code: 'exec.environment',
        message: `the variable ${name} is set more than once in environment`,
        hint: 'the last one counts; remove the others',
      };
    }
    if (resource.desired.path !== undefined && names.includes('PATH')) {
      yield {
        resource,
        code: 'exec.environment',
        message: 'environment sets PATH, which replaces path while the command runs',
        hint: 'path is still used to find the command itself; remove one of them',
      };
    }
  }
}
