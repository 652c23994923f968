import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import type { Command, CommandResult } from '../../hosts/command.js';
import { describeSpawnError } from '../../hosts/spawn-error.js';

/** The number of lines of a failed tool's output that its error quotes. */
const MAX_QUOTED_LINES = 8;

/**
 * Runs a tool of the system.
 * @throws with the end of its output, if it fails.
 */
export async function runTool(session: Session, command: Command): Promise<CommandResult> {
  const result = await session.host.run({ signal: session.signal, ...command });
  if (result.status === 0 && !result.timedOut) return result;
  const [program] = command.argv;
  if (result.failure !== undefined)
    raise('tool.failed', `${program} ${describeSpawnError(program, result.failure)}`);
  const output = `${result.stdout}\n${result.stderr}`.split('\n').filter((line) => line.trim() !== '');
  const outcome = result.timedOut
    ? 'took too long and was ended'
    : result.status === null
      ? `was ended by ${result.signal}`
      : `ended with status ${result.status}`;
  raise(
    'tool.failed',
    `${program} ${outcome}${output.length === 0 ? '' : `: ${output.slice(-MAX_QUOTED_LINES).join('\n')}`}`,
  );
}
