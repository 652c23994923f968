import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import type { Command, CommandResult } from '../../hosts/command.js';
import { describeExit, lastLines } from './command-result.js';

/** The number of lines of a failed tool's output that its error quotes. */
const QUOTED_LINES = 8;

/**
 * Runs a tool of the system.
 * @throws {GlanceApplyError} with the last lines of its output if it fails.
 */
export async function runTool(session: Session, command: Command): Promise<CommandResult> {
  const result = await session.host.run({ signal: session.signal, ...command });
  if (result.status === 0 && !result.timedOut) return result;
  const [program] = command.argv;
  const output = result.failure === undefined ? lastLines(result, QUOTED_LINES) : '';
  raise('tool.failed', `${program} ${describeExit(program, result)}${output && `: ${output}`}`);
}
