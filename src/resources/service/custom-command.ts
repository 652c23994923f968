import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import type { CommandResult } from '../../hosts/command.js';
import type { ServiceSubject } from './attributes.js';

/** Runs a command that the manifest gives: a line for the shell, as in Puppet. */
export function runShellCommand(
  session: Session,
  { wanted }: ServiceSubject,
  line: string,
): Promise<CommandResult> {
  return session.host.run({
    argv: ['/bin/sh', '-c', line],
    timeout: wanted.timeout,
    detaches: true,
    signal: session.signal,
  });
}

/**
 * Runs a command that the manifest gives, to its good end.
 * @throws GlanceApplyError with the last that it said
 */
export async function runCustomCommand(
  session: Session,
  subject: ServiceSubject,
  line: string,
): Promise<void> {
  const result = await runShellCommand(session, subject, line);
  if (result.status !== 0) raise('service.command', `'${line}' ${endOf(result)}: ${lastLines(result)}`);
}

/** The last of what a command said, for an error message. */
export function lastLines({ stdout, stderr }: CommandResult, count = 10): string {
  return `${stdout}\n${stderr}`
    .split('\n')
    .map((line) => line.trimEnd())
    .filter((line) => line !== '')
    .slice(-count)
    .join('\n');
}

/** How a command ended. */
export function endOf(result: CommandResult): string {
  if (result.failure !== undefined) return `could not be run (${result.failure})`;
  if (result.timedOut) return 'did not end in time';
  return result.signal === null ? `ended with status ${result.status}` : `was ended by ${result.signal}`;
}
