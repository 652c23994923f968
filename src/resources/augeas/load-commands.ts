import type { DesiredAugeas } from './attributes.js';
import { filePathOf, literalPathOf, quotePath, quoteString } from './augtool-syntax.js';
import { type AugeasCommand, listPathArguments } from './commands.js';

/** Parts of a path that may refer to other files than its beginning. */
const OUTSIDE = /\.\.|::|\/(?:files|augeas)\b/;

/**
 * Builds the commands that load the given file, or those that the context can refer to, as in Puppet, or those that the
 * commands can refer to, or all.
 */
export function buildLoadCommands(
  { incl, lens, context }: DesiredAugeas,
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
 * Lists the paths that commands refer to, each a file or a path within its tree; empty if one of them can refer to other
 * files, too.
 */
function listFiles(commands: readonly AugeasCommand[]): readonly string[] {
  const files = new Set<string>();
  for (const { paths, below } of commands.map(listPathArguments)) {
    if (below.some((path) => path.startsWith('/') || OUTSIDE.test(path))) return [];
    for (const path of paths) {
      const literal = literalPathOf(path);
      const rest = path.slice(literal.length);
      if (OUTSIDE.test(path.replace(/^\/files(?=\/)/, ''))) return [];
      // A variable contains a path of another command.
      if (path.startsWith('$')) continue;
      const file = filePathOf(literal);
      if (literal === '' || !/^(?:[[/]|$)/.test(rest) || /['"\\]/.test(file)) return [];
      files.add(file);
    }
  }
  return [...files];
}

/**
 * Builds commands that keep only lenses that match one of these files. If a path matches no lens, it may be a directory, and
 * all lenses are kept.
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
