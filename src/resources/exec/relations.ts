import { posix } from 'node:path';
import { type PathUse, Reference } from '../../catalog/index.js';
import { listPackagesOfTool } from '../tools/packages-of-tool.js';
import type { DesiredExec } from './attributes.js';
import { ShellSyntaxError, splitWords } from './split-words.js';
import type { CommandLine } from './value-types.js';

/** A path in a word of a command: at its beginning, or after a character such as the `=` of an option. */
const PATH_IN_WORDS = /(?<=^|[\s'"=:,(<>])\/[^\s'"`;|&<>(){}$*?[\]=:,\\]*/g;

/** The resources that come before a command: its user and group, and the packages of its programs. */
export function* autorequire(desired: DesiredExec): Generator<Reference> {
  if (desired.user !== undefined && !/^\d+$/.test(desired.user)) yield new Reference('user', desired.user);
  if (desired.group !== undefined && !/^\d+$/.test(desired.group))
    yield new Reference('group', desired.group);
  for (const command of listCommands(desired)) {
    const program = findProgram(command);
    if (program !== undefined) yield* listPackagesOfTool(posix.basename(program));
  }
}

/** The paths that a command needs, creates and mentions. */
export function* paths(desired: DesiredExec): Generator<PathUse> {
  const { cwd, creates = [] } = desired;
  if (cwd !== undefined) yield { use: 'needs', path: cwd };
  for (const one of creates) {
    yield { use: 'creates', path: one };
    yield { use: 'names', path: one };
    yield { use: 'needs', path: posix.dirname(one) };
  }
  for (const command of listCommands(desired)) {
    const programs = listProgramPaths(findProgram(command), desired);
    for (const program of programs) yield { use: 'needs', path: program };
    for (const path of findPaths(command)) if (!programs.includes(path)) yield { use: 'names', path };
  }
}

/** Lists the paths of a command: those in its words, and that of its program if it has a directory. */
export function listPathsIn({ cwd = '/' }: DesiredExec, command: CommandLine): string[] {
  const program = findProgram(command);
  const own = program?.includes('/') ? [posix.resolve(cwd, program)] : [];
  return [...new Set([...own, ...findPaths(command)])];
}

/** Finds the paths in the words of a command; of a list, in its arguments. */
function* findPaths(command: CommandLine): Generator<string> {
  for (const word of typeof command === 'string' ? [command] : command.slice(1)) {
    for (const [path] of word.matchAll(PATH_IN_WORDS)) yield path;
  }
}

/** Lists all commands of an exec, conditions included. */
function listCommands(desired: DesiredExec): CommandLine[] {
  const { command, refresh, onlyif = [], unless = [] } = desired;
  return [command, ...(refresh === undefined ? [] : [refresh]), ...onlyif, ...unless];
}

/** Lists the paths at which a program may be. */
function listProgramPaths(program: string | undefined, { cwd = '/', path = [] }: DesiredExec): string[] {
  if (program === undefined) return [];
  if (program.includes('/')) return [posix.resolve(cwd, program)];
  return path.map((one) => posix.join(one, program));
}

/** Finds the program of a command; undefined if that is unclear, because a shell command can begin with anything. */
function findProgram(command: CommandLine): string | undefined {
  if (typeof command !== 'string') return command[0];
  try {
    return splitWords(command)[0];
  } catch (error) {
    if (!(error instanceof ShellSyntaxError)) throw error;
    return /^\s*([\w./+-]+)(?=\s|$)/.exec(command)?.[1];
  }
}
