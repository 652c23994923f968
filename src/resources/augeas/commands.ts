import { Scanner } from './scanner.js';

type Formal = 'path' | 'string' | 'comparator' | 'integer' | 'rest';

/** A command of Augeas with its arguments; paths are absolute. */
export interface AugeasCommand {
  readonly name: string;
  readonly arguments: readonly string[];
  /** The text after the last argument, which Puppet ignores. */
  readonly surplus: string;
}

/** The commands that change the tree. */
const CHANGES: Readonly<Record<string, readonly Formal[]>> = {
  set: ['path', 'string'],
  setm: ['path', 'string', 'string'],
  rm: ['path'],
  remove: ['path'],
  clear: ['path'],
  clearm: ['path', 'string'],
  touch: ['path'],
  mv: ['path', 'path'],
  move: ['path', 'path'],
  rename: ['path', 'string'],
  insert: ['string', 'string', 'path'],
  ins: ['string', 'string', 'path'],
  defvar: ['string', 'path'],
  defnode: ['string', 'path', 'string'],
};

/** The commands of an `onlyif`. */
const CONDITIONS: Readonly<Record<string, readonly Formal[]>> = {
  get: ['path', 'comparator', 'string'],
  values: ['path', 'rest'],
  match: ['path', 'rest'],
};

/** The comparisons of the result of a condition. */
const CLAUSES: Readonly<Record<string, readonly Formal[]>> = {
  size: ['comparator', 'integer'],
  include: ['string'],
  not_include: ['string'],
  '==': ['rest'],
  '!=': ['rest'],
};

/** A command that cannot be parsed; the message completes a sentence about it. */
export class CommandError extends Error {}

/** Parses the commands of `changes`; blank lines are ignored. */
export function parseChanges(lines: readonly string[], context: string): AugeasCommand[] {
  return removeBlankLines(lines).map((line) => {
    const command = parse(line, CHANGES, context);
    const [, where] = command.arguments;
    if (/^ins/.test(command.name) && where !== 'before' && where !== 'after') {
      throw new CommandError(`'${line}': a node is inserted 'before' or 'after' another, not '${where}'`);
    }
    return command;
  });
}

/** Parses the condition of an `onlyif`; undefined if it is empty. */
export function parseCondition(onlyif: string, context: string): AugeasCommand | undefined {
  const [line] = removeBlankLines(onlyif.split('\n'));
  return line === undefined ? undefined : parse(line, CONDITIONS, context);
}

/** Parses the comparison of the result of `match` and `values`. */
export function parseClause(text: string): AugeasCommand {
  return parse(text.trim(), CLAUSES, '');
}

/** Lists the arguments of a command that are path expressions: absolute ones, and those relative to another. */
export function listPathArguments({ name, arguments: given }: AugeasCommand): {
  paths: string[];
  below: string[];
} {
  const formals = CHANGES[name] ?? CONDITIONS[name] ?? [];
  const isBelow = name === 'setm' || name === 'clearm';
  return {
    paths: given.filter((_, index) => formals[index] === 'path'),
    below: isBelow ? given.slice(1, 2) : [],
  };
}

function removeBlankLines(lines: readonly string[]): string[] {
  return lines.map((line) => line.trim()).filter((line) => line !== '');
}

function parse(
  line: string,
  commands: Readonly<Record<string, readonly Formal[]>>,
  context: string,
): AugeasCommand {
  const scanner = new Scanner(line);
  const name = scanner.take(/\w+|==|!=/y) ?? '';
  const formals = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (formals === undefined) {
    const known = Object.keys(commands).join(', ');
    throw new CommandError(`'${line}': the command '${name}' does not exist; the commands are ${known}`);
  }
  const values = formals.map((formal, index) => {
    scanner.take(/\s+/y);
    const argument = readArgument(scanner, formal, context);
    if (argument === undefined) {
      throw new CommandError(`'${line}': ${name} lacks its ${formal}, argument ${index + 1}`);
    }
    return argument;
  });
  return { name, arguments: values, surplus: scanner.rest.trim() };
}

function readArgument(scanner: Scanner, formal: Formal, context: string): string | undefined {
  switch (formal) {
    case 'path':
      return readPath(scanner, context);
    case 'string':
      return readString(scanner);
    case 'comparator':
      return scanner.take(/==|!=|=~|<=|>=|<|>/y);
    case 'integer':
      return scanner.take(/\d+/y);
    case 'rest':
      return scanner.take(/[\s\S]*/y) || undefined;
  }
}

/** Reads a path up to the first blank outside predicates and quotes, and removes its own quotes. */
function readPath(scanner: Scanner, context: string): string | undefined {
  const start = scanner.position;
  let depth = 0;
  const open = { "'": false, '"': false };
  let end = scanner.text.length;
  while (!scanner.isAtEnd) {
    scanner.take(/(?:[^\][\s\\'"]|\\[\s\S])+/y);
    const at = scanner.position;
    const char = scanner.take(/[\s\S]/y);
    if (char === '[') depth++;
    if (char === ']') depth--;
    if (char === "'" || char === '"') open[char] = !open[char];
    if (depth < 0) throw new CommandError(`'${scanner.text}' has a ] without its [`);
    if (depth === 0 && !open["'"] && !open['"'] && char !== undefined && /\s/.test(char)) {
      end = at;
      break;
    }
  }
  let path = scanner.text.slice(start, end);
  if (/^['"]/.test(path)) path = path.slice(1, -1);
  if (path === '') return undefined;
  if (path.length > 1) path = path.replace(/\/$/, '');
  return /^[$/]/.test(path) ? path : context + path;
}

/** Reads a string. In quotes only the quote itself is unescaped: other escapes are passed to Augeas. */
function readString(scanner: Scanner): string | undefined {
  const quote = scanner.take(/['"]/y);
  if (quote === undefined) return scanner.take(/\S+/y);
  const inside = scanner.take(quote === '"' ? /(?:[^\\"]|\\[\s\S])*/y : /(?:[^\\']|\\[\s\S])*/y) ?? '';
  scanner.take(/[\s\S]/y);
  return inside.replaceAll(`\\${quote}`, quote);
}
