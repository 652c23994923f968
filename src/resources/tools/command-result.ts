import type { CommandResult } from '../../hosts/command.js';
import { describeSpawnError } from '../../hosts/spawn-error.js';

/** Describes how a command ended, to follow the name of its program: `ended with status 1`. */
export function describeExit(
  program: string,
  { failure, timedOut, signal, status }: Pick<CommandResult, 'failure' | 'timedOut' | 'signal' | 'status'>,
): string {
  if (failure !== undefined) return describeSpawnError(program, failure);
  if (timedOut) return 'took too long and was ended';
  return status === null ? `was ended by ${signal}` : `ended with status ${status}`;
}

/** Returns the last lines that a command printed, for an error message: those of stderr come last. */
export function lastLines({ stdout, stderr }: Pick<CommandResult, 'stdout' | 'stderr'>, count = 10): string {
  return `${stdout}\n${stderr}`
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .slice(-count)
    .join('\n');
}
