import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import type { CommandResult } from '../../hosts/command.js';
import { describeExit, lastLines } from '../tools/command-result.js';
import type { ServiceSubject } from './attributes.js';

const SHELL = '/bin/sh';

/** Runs a command of the manifest: a line for the shell, as in Puppet. */
export function runShellCommand(
  session: Session,
  { desired }: ServiceSubject,
  line: string,
): Promise<CommandResult> {
  return session.host.run({
    argv: [SHELL, '-c', line],
    timeout: desired.timeout,
    detaches: true,
    signal: session.signal,
  });
}

/**
 * Runs a command of the manifest that has to succeed.
 * @throws {GlanceApplyError} with the last lines of its output if it fails.
 */
export async function runCustomCommand(
  session: Session,
  subject: ServiceSubject,
  line: string,
): Promise<void> {
  const result = await runShellCommand(session, subject, line);
  if (result.status !== 0)
    raise('service.command', `'${line}' ${describeExit(SHELL, result)}: ${lastLines(result)}`);
}
