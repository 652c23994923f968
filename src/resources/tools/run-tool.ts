import type { Session } from '../../engine/session.js';
import { raise } from '../../errors/glance-apply-error.js';
import type { Command, CommandResult } from '../../hosts/command.js';
import { describeSpawnError } from '../../hosts/spawn-error.js';

/** How much of what a failed tool said its error quotes. */
const LAST_LINES = 8;

/** Runs a tool of the system that has to succeed; throws what it said where it does not. */
export async function runTool(session: Session, command: Command): Promise<CommandResult> {
  const result = await session.host.run({ signal: session.signal, ...command });
  if (result.status === 0 && !result.timedOut) return result;
  const [program] = command.argv;
  if (result.failure !== undefined)
    raise('tool.failed', `${program} ${describeSpawnError(program, result.failure)}`);
  const said = `${result.stdout}\n${result.stderr}`.split('\n').filter((line) => line.trim() !== '');
  const how = result.timedOut
    ? 'took too long and was ended'
    : result.status === null
      ? `was ended by ${result.signal}`
      : `ended with status ${result.status}`;
  raise(
    'tool.failed',
    `${program} ${how}${said.length === 0 ? '' : `: ${said.slice(-LAST_LINES).join('\n')}`}`,
  );
}
