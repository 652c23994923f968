import { wrap } from '../views/index.js';
import type { Command } from './command.js';
import { formatColumns } from './format-columns.js';
import type { OptionSpec } from './option-spec.js';
import { helpOption } from './options.js';

/** Renders the help of the program. */
export function renderGeneralHelp(commands: readonly Command[], width: number): string {
  const usages = commands.map((command) => `  ${formatUsage(command)}`);
  const column = Math.max(...usages.map((usage) => usage.length)) + 2;
  return [
    'Brings this host to the state that a manifest declares.',
    '',
    'glance-apply MANIFEST is short for glance-apply apply MANIFEST.',
    '',
    'Commands:',
    ...usages.flatMap((usage, index) => formatColumns(usage, commands[index]?.summary ?? '', column, width)),
    '',
    ...wrap(
      'MANIFEST is a TypeScript or JavaScript module, the YAML of a node, or a catalog in the JSON format of Puppet.',
      width,
    ),
    '',
    'Examples:',
    '  glance-apply plan manifests/quickstart.ts',
    '  glance-apply manifests/quickstart.ts',
    '  glance-apply describe glance::api',
    '',
    ...wrap(
      'Exit status: 0 success, 1 could not run, 4 something failed. See glance-apply COMMAND --help for details.',
      width,
    ),
    '',
  ].join('\n');
}

/** Renders the help of one command. */
export function renderCommandHelp(command: Command, width: number): string {
  const options = { ...command.options, ...helpOption };
  const names = Object.entries(options).map(([name, spec]) => `  ${formatOption(name, spec)}`);
  const column = Math.min(26, Math.max(...names.map((name) => name.length)) + 2);
  return [
    `Usage: glance-apply ${formatUsage(command)} [OPTION]...`,
    '',
    ...command.description.split('\n\n').flatMap((paragraph) => [...wrap(paragraph, width), '']),
    'Options:',
    ...Object.values(options).flatMap(({ doc }, index) =>
      formatColumns(names[index] ?? '', doc, column, width),
    ),
    '',
    'Examples:',
    ...command.examples.flatMap(({ line, doc }) => [`  ${line}`, ...wrap(doc, width, '      ')]),
    '',
  ].join('\n');
}

function formatUsage({ name, args }: Command): string {
  return [name, ...args.map((one) => (one.required ? one.name : `[${one.name}]`))].join(' ');
}

function formatOption(name: string, { placeholder }: OptionSpec): string {
  return placeholder === undefined ? `--${name}` : `--${name} ${placeholder}`;
}
