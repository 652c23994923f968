import { existsSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { raise } from '../errors/glance-apply-error.js';
import { didYouMean, findNearest } from '../errors/nearest.js';
import type { Command, GivenOption } from './command.js';
import type { OptionSpecs } from './option-spec.js';
import { helpOption } from './options.js';

/** A parsed command line. */
export interface ParsedCall {
  /** Undefined if the program was called without arguments. */
  readonly command: Command | undefined;
  readonly args: readonly string[];
  /** Options that the command has; their values are not parsed yet. */
  readonly given: readonly GivenOption[];
  readonly help: boolean;
  readonly version: boolean;
}

/**
 * Parses the command line. A first word that is not the name of a command but looks like a path is the manifest of the
 * first command.
 * @throws {GlanceApplyError} for an unknown command or option, with the nearest known one.
 */
export function parseCall(words: readonly string[], commands: readonly [Command, ...Command[]]): ParsedCall {
  const known: OptionSpecs = Object.assign({}, ...commands.map(({ options }) => options), helpOption);
  const { tokens } = parseArgs({
    args: [...words],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: {
      ...toParseArgsOptions(known),
      help: { type: 'boolean', short: 'h' },
      version: { type: 'boolean', short: 'V' },
    },
  });
  const args = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const all = tokens.flatMap((token) => (token.kind === 'option' ? [token] : []));
  const flag = (name: string) => all.some((option) => option.name === name);
  const help = flag('help') || args[0] === 'help';
  if (args[0] === 'help') args.shift();
  const command = args.length === 0 && all.every(isGeneral) ? undefined : chooseCommand(args, commands, help);

  const given = all.filter((option) => !isGeneral(option));
  for (const { name, rawName } of given)
    if (command === undefined || !Object.hasOwn(command.options, name))
      return unknownOption(rawName, command, commands, known);
  return { command, args, given, help, version: flag('version') };
}

const isGeneral = ({ name }: { readonly name: string }) => name === 'help' || name === 'version';

function toParseArgsOptions(options: OptionSpecs) {
  return Object.fromEntries(
    Object.entries(options).map(([name, { placeholder }]) => [
      name,
      { type: placeholder === undefined ? ('boolean' as const) : ('string' as const) },
    ]),
  );
}

/** Removes and returns the command that the first word names; if the word may be a file, returns the first command. */
function chooseCommand(args: string[], commands: readonly [Command, ...Command[]], help: boolean): Command {
  const [word] = args;
  const named = commands.find(({ name }) => name === word);
  if (named !== undefined) {
    args.shift();
    return named;
  }
  if (word === undefined || (!help && (/[./]/.test(word) || existsSync(word)))) return commands[0];
  const names = commands.map(({ name }) => name);
  return raise('usage.command', `unknown command '${word}'`, {
    hint:
      didYouMean(word, names) ??
      `the commands are ${names.join(', ')}; to name a manifest, include its extension`,
  });
}

const dryRun = 'glance-apply plan MANIFEST shows what would change, and changes nothing';

/** Options that users know from Puppet and Ansible, and the equivalent here. */
const otherTools: Readonly<Record<string, string>> = { noop: dryRun, 'dry-run': dryRun, check: dryRun };

function unknownOption(
  rawName: string,
  command: Command | undefined,
  commands: readonly Command[],
  known: OptionSpecs,
): never {
  const name = rawName.replace(/^-+/, '');
  const takers = commands.filter(({ options }) => Object.hasOwn(options, name)).map((one) => one.name);
  const meant = findNearest(name, Object.keys(command?.options ?? known));
  const hint =
    takers.length > 0
      ? `it is an option of ${takers.join(' and ')}`
      : meant === undefined
        ? (otherTools[name] ?? `see glance-apply ${command === undefined ? '' : `${command.name} `}--help`)
        : `did you mean '--${meant}'?`;
  return raise('usage.option', `unknown option '${rawName}' for ${command?.name ?? 'glance-apply'}`, {
    hint,
  });
}
