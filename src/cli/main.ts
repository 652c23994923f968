import { raise } from '../errors/glance-apply-error.js';
import { didYouMean } from '../errors/nearest.js';
import { thisCopy } from '../errors/this-copy.js';
import type { Command } from './command.js';
import { commands } from './commands/index.js';
import { createStyle } from './create-style.js';
import { delegateToProjectCopy } from './delegate-to-project-copy.js';
import { detectEarlyExit } from './detect-early-exit.js';
import { exitStatus } from './exit-status.js';
import { renderCommandHelp, renderGeneralHelp } from './help.js';
import { flush, type Io } from './io.js';
import { parseCall } from './parse-call.js';
import { reportFailure } from './report-failure.js';

/**
 * Runs the command line.
 * @param words The arguments after the program's name.
 * @returns the exit status.
 */
export async function main(words: readonly string[], io: Io): Promise<number> {
  try {
    return await runCommand(words, io);
  } catch (error) {
    reportFailure(error, io);
    return exitStatus.unable;
  }
}

/**
 * Runs the command line, or hands over to the copy of the library that is installed in the manifest's project.
 * @returns undefined if that copy has taken over.
 */
export async function mainOfProject(words: readonly string[], io: Io): Promise<number | undefined> {
  try {
    if (await delegateToProjectCopy(words)) return undefined;
  } catch (error) {
    reportFailure(error, io);
    return exitStatus.unable;
  }
  return main(words, io);
}

async function runCommand(words: readonly string[], io: Io): Promise<number> {
  const parsed = parseCall(words, commands);
  const { width } = createStyle(io.stdout, io);
  if (parsed.version) {
    io.stdout.write(`${thisCopy.version}\n`);
    return exitStatus.ok;
  }
  if (parsed.command === undefined) {
    // Without a command the call is an error, and the help shows what is missing.
    (parsed.help ? io.stdout : io.stderr).write(renderGeneralHelp(commands, width));
    return parsed.help ? exitStatus.ok : exitStatus.unable;
  }
  if (parsed.help) {
    io.stdout.write(renderCommandHelp(parsed.command, width));
    return exitStatus.ok;
  }
  validateArguments(parsed.command, parsed.args);
  const allowExit = detectEarlyExit(io);
  try {
    const status = await parsed.command.run(parsed.args, parsed.given, io);
    return await checkOutput(status, parsed.command, io);
  } finally {
    allowExit();
  }
}

/** Fails a command that only prints something if its output could not be written. */
async function checkOutput(status: number, { changes = false }: Command, io: Io): Promise<number> {
  await flush(io);
  if (io.unwritten?.missesResults !== true) return status;
  for (const note of io.unwritten.notes) io.stderr.write(`${changes ? 'warning' : 'error'}: ${note}\n`);
  return changes ? status : exitStatus.unable;
}

function validateArguments({ name, args: parameters }: Command, given: readonly string[]): void {
  const missing = parameters.find(({ required }, index) => required && given[index] === undefined);
  const usage = `usage: glance-apply ${name} ${parameters.map((one) => one.name).join(' ')}`;
  if (missing !== undefined) raise('usage.argument', `${name} needs a ${missing.name}`, { hint: usage });
  const extra = given[parameters.length];
  if (extra === undefined) return;
  const [first = ''] = given;
  const names = commands.map((one) => one.name);
  // A misspelt command was taken for the manifest of the default one; a file is no command.
  const mixedUp = /[./]/.test(first) ? undefined : didYouMean(first, names);
  raise('usage.argument', `unexpected argument '${extra}' for ${name}`, { hint: mixedUp ?? usage });
}
