import type { WantedAugeas } from './attributes.js';
import { filePathOf, literalPathOf, quotePath, quoteString } from './augtool-syntax.js';
import { type AugeasCommand, listPathArguments } from './commands.js';

/** What may lead out of the file that a path begins with. */
const OUTSIDE = /\.\.|::|\/(?:files|augeas)\b/;

/**
 * Commands that load the one file, or those that the context may mean, as in Puppet, or those that the commands may be
 * about, or all.
 */
export function buildLoadCommands(
  { incl, lens, context }: WantedAugeas,
  concerned: readonly AugeasCommand[],
): string[] {
  if (incl !== undefined && lens !== undefined) {
    return [
      `set /augeas/load/Xfm/lens ${quoteString(lens)}`,
      `set /augeas/load/Xfm/incl ${quoteString(incl)}`,
      'load',
    ];
  }
  const named = /^\/files[^'"[\]]+$/.test(context) ? [context.replace(/^\/files(.*?)\/?$/, '$1')] : [];
  return [
    ...buildLensFilter('context', named),
    ...buildLensFilter(
      'paths',
      listFiles(concerned),
      named.length === 0 ? '' : `[count($${variable('context', 0)}) = 0]`,
    ),
    'load',
  ];
}

/**
 * The files that commands are about, each perhaps with a part of the tree within it; empty where one of them may be about
 * others, too.
 */
function listFiles(commands: readonly AugeasCommand[]): readonly string[] {
  const files = new Set<string>();
  for (const { paths, below } of commands.map(listPathArguments)) {
    if (below.some((path) => path.startsWith('/') || OUTSIDE.test(path))) return [];
    for (const path of paths) {
      const literal = literalPathOf(path);
      const rest = path.slice(literal.length);
      if (OUTSIDE.test(path.replace(/^\/files(?=\/)/, ''))) return [];
      // A variable is of a path that another command has given it.
      if (path.startsWith('$')) continue;
      const file = filePathOf(literal);
      if (literal === '' || !/^(?:[[/]|$)/.test(rest) || /['"\\]/.test(file)) return [];
      files.add(file);
    }
  }
  return [...files];
}

/**
 * Commands that leave only those lenses that can have one of these files. Where there is a path that none of them can
 * have, which may be a directory, all stay.
 */
function buildLensFilter(name: string, files: readonly string[], condition = ''): string[] {
  if (files.length === 0) return [];
  const pattern = "glob(incl) + regexp('/.*')";
  const others = files.map((file) => `['${file}/' !~ ${pattern}]`).join('');
  const known = files.map((_, index) => `[count($${variable(name, index)}) > 0]`).join('');
  return [
    ...files.map(
      (file, index) =>
        `defvar ${variable(name, index)} ${quotePath(`/augeas/load/*['${file}/' =~ ${pattern}]`)}`,
    ),
    `rm ${quotePath(`/augeas/load/*${others}${known}${condition}`)}`,
  ];
}

function variable(name: string, index: number): string {
  return `glance_apply_${name}_${index}`;
}
