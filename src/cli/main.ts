import { raise } from '../errors/glance-apply-error.js';
import { didYouMean } from '../errors/nearest.js';
import { thisCopy } from '../errors/this-copy.js';
import type { Command } from './command.js';
import { commands } from './commands/index.js';
import { refuseEarlyExit } from './early-exit.js';
import { exitStatus } from './exit-status.js';
import { handOver } from './hand-over.js';
import { commandHelp, generalHelp } from './help.js';
import { flushed, type Io } from './io.js';
import { parseCall } from './parse-call.js';
import { styleOf } from './style-of.js';
import { tellFailure } from './tell-failure.js';

/**
 * The command line, in full.
 * @param words What follows the program's name.
 * @returns the exit status.
 */
export async function main(words: readonly string[], io: Io): Promise<number> {
  try {
    return await call(words, io);
  } catch (error) {
    tellFailure(error, io);
    return exitStatus.unable;
  }
}

/**
 * The same for a process of its own, where the project of the manifest may have a copy of the library for itself.
 * @returns undefined where that copy does the work.
 */
export async function mainOfProject(words: readonly string[], io: Io): Promise<number | undefined> {
  try {
    if (await handOver(words)) return undefined;
  } catch (error) {
    tellFailure(error, io);
    return exitStatus.unable;
  }
  return main(words, io);
}

async function call(words: readonly string[], io: Io): Promise<number> {
  const parsed = parseCall(words, commands);
  const { width } = styleOf(io.stdout, io);
  if (parsed.version) {
    io.stdout.write(`${thisCopy.version}\n`);
    return exitStatus.ok;
  }
  if (parsed.command === undefined) {
    // Nothing was asked for: that is no success, but the help is what helps.
    (parsed.help ? io.stdout : io.stderr).write(generalHelp(commands, width));
    return parsed.help ? exitStatus.ok : exitStatus.unable;
  }
  if (parsed.help) {
    io.stdout.write(commandHelp(parsed.command, width));
    return exitStatus.ok;
  }
  countArguments(parsed.command, parsed.args);
  const allowExit = refuseEarlyExit(io);
  try {
    const status = await parsed.command.run({ args: parsed.args, options: parsed.options, io });
    return await withOutput(status, parsed.command, io);
  } finally {
    allowExit();
  }
}

/** A command that only tells something has not done its work where that could not be written. */
async function withOutput(status: number, { changes = false }: Command, io: Io): Promise<number> {
  await flushed(io);
  if (io.unwritten?.missesResults !== true) return status;
  for (const note of io.unwritten.notes) io.stderr.write(`${changes ? 'warning' : 'error'}: ${note}\n`);
  return changes ? status : exitStatus.unable;
}

function countArguments({ name, args: wanted }: Command, given: readonly string[]): void {
  const missing = wanted.find(({ required }, index) => required && given[index] === undefined);
  const usage = `usage: glance-apply ${name} ${wanted.map((one) => one.name).join(' ')}`;
  if (missing !== undefined) raise('usage.argument', `${name} needs a ${missing.name}`, { hint: usage });
  const extra = given[wanted.length];
  if (extra === undefined) return;
  const mixedUp = didYouMean(
    given[0] ?? '',
    commands.map((one) => one.name),
  );
  raise('usage.argument', `${name} does not know what to do with '${extra}'`, { hint: mixedUp ?? usage });
}
