import { nativeType } from '../../catalog/index.js';
import { provide } from '../../engine/provider.js';
import { attributes, type WantedExec } from './attributes.js';
import { execProvider } from './change.js';
import { lintEnvironment } from './lint-environment.js';
import { autorequire, paths } from './relations.js';
import { ShellSyntaxError, splitWords } from './split-words.js';
import type { CommandLine } from './value-types.js';

/** Runs a command. */
export class Exec extends nativeType('exec', attributes, {
  doc:
    'Runs a command in every run, unless creates, onlyif or unless say that there is no need, or refreshonly that ' +
    'it waits for a change. What it does must be safe to do again.',
  several: true,
  effects: 'opaque',
  validate: validate,
  examine: lintEnvironment,
  autorequire,
  paths,
}) {}

provide(Exec, execProvider);

/** What a shell does itself: a program of the same name, where there is one, changes nothing for the next command. */
const BUILTINS = new Set(
  'alias bg case cd command eval exec exit export fg for function if jobs local read return set shift source trap type ulimit umask unset until wait while . :'.split(
    ' ',
  ),
);

/** What a program lacks that is named without a full path; undefined where it is clear which one is meant. */
function findProgramProblem(program: string, { path, cwd }: WantedExec): string | undefined {
  if (program.startsWith('/')) return undefined;
  if (program.includes('/'))
    return cwd === undefined ? 'is relative to no directory: give cwd, or an absolute path' : undefined;
  if (path !== undefined) return undefined;
  return BUILTINS.has(program)
    ? "is a shell builtin: set provider to 'shell'"
    : "is not an absolute path: give path, such as ['/usr/bin', '/usr/sbin', '/bin', '/sbin'], to look for it there; " +
        "or set provider to 'shell'";
}

function* validate(wanted: WantedExec): Iterable<string> {
  if (wanted.returns.length === 0) yield 'returns must name at least one status: else no run could succeed';
  if (wanted.provider === 'shell') return;
  const named: [string, readonly CommandLine[]][] = [
    ['command', [wanted.command]],
    ['refresh', wanted.refresh === undefined ? [] : [wanted.refresh]],
    ['onlyif', wanted.onlyif ?? []],
    ['unless', wanted.unless ?? []],
  ];
  for (const [name, commands] of named) {
    for (const command of commands) {
      let words: readonly string[];
      try {
        words = typeof command === 'string' ? splitWords(command) : command;
      } catch (error) {
        if (!(error instanceof ShellSyntaxError)) throw error;
        yield `${name} cannot be split into words: ${error.message}; quote it, or set provider to 'shell'`;
        continue;
      }
      const complaint = findProgramProblem(words[0] ?? '', wanted);
      if (complaint !== undefined) yield `'${words[0]}' in ${name} ${complaint}`;
    }
  }
}
