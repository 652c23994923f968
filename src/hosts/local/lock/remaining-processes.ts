import { basename } from 'node:path';
import { type CommandMark, commandMark, type RecordLine } from './lock-record.js';
import { localProcesses, type ProcessStatus, type ProcessTable } from './process-table.js';

/** The processes that a killed run has left behind. */
export interface RemainingProcesses {
  readonly owner: string;
  /** The running processes, as `sleep (process 17)`. */
  readonly processes: readonly string[];
}

interface RecordedCommandState extends CommandMark {
  process?: { readonly pid: number; readonly started: string };
}

/** The processes of each session, by the ID of the session. */
type Sessions = ReadonlyMap<number, readonly number[]>;

/**
 * Finds the commands in a lock file that are still running; undefined if there are none. Every command leads its own
 * session. What a command that ended before its run was killed has left behind does not count, nor do processes that
 * moved to another session, as services do.
 */
export function findRemainingProcesses(
  record: string,
  table: ProcessTable = localProcesses(),
): RemainingProcesses | undefined {
  let owner = '';
  let since = '';
  const commands = new Map<number, RecordedCommandState>();
  for (const line of parse(record)) {
    if ('owner' in line) [owner, since] = [line.owner, line.started];
    else if ('begin' in line) commands.set(line.begin, line);
    else if ('end' in line) commands.delete(line.end);
    else
      Object.assign(commands.get(line.of) ?? {}, { process: { pid: line.process, started: line.started } });
  }
  if (commands.size === 0) return undefined;
  const sessions = allSessions(table);
  const found = [...commands.values()].flatMap((command) => stillRunning(command, sessions, since, table));
  const processes = [...new Set(found)].map((pid) => `${table.nameOf(pid)} (process ${pid})`);
  return processes.length === 0 ? undefined : { owner, processes };
}

function stillRunning(
  command: RecordedCommandState,
  sessions: Sessions,
  since: string,
  table: ProcessTable,
): readonly number[] {
  const { process } = command;
  if (process === undefined) return startedUnrecorded(command, sessions, since, table);
  const leader = table.status(process.pid);
  // The process ID may have been reused by now.
  if (leader !== undefined && leader.started !== process.started) return [];
  if (leader === undefined && command.detaches) return [];
  return leader === undefined ? (sessions.get(process.pid) ?? []) : [process.pid];
}

/** Finds commands of a run that was killed after it had started them and before it recorded their process ID. */
function startedUnrecorded(
  command: RecordedCommandState,
  sessions: Sessions,
  since: string,
  table: ProcessTable,
): readonly number[] {
  return [...sessions.keys()].filter((pid) => {
    const leader = table.status(pid);
    return leader !== undefined && startedSince(leader, since) && isCommand(pid, command, table);
  });
}

function startedSince({ started }: ProcessStatus, since: string): boolean {
  return BigInt(started || 0) >= BigInt(since || 0);
}

/** The command line of a script begins with its interpreter. */
function isCommand(
  pid: number,
  { program, arguments: count, digest }: CommandMark,
  table: ProcessTable,
): boolean {
  const words = table.commandLine(pid).split('\0').slice(0, -1);
  const start = words.length - count;
  return (
    words.slice(0, start).some((word) => basename(word) === program) &&
    commandMark(program, words.slice(start)).digest === digest
  );
}

function allSessions(table: ProcessTable): Sessions {
  const sessions = new Map<number, number[]>();
  for (const pid of table.pids) {
    const status = table.status(pid);
    if (status === undefined) continue;
    const members = sessions.get(status.session);
    if (members === undefined) sessions.set(status.session, [pid]);
    else members.push(pid);
  }
  return sessions;
}

/** Skips a line that a crash has left incomplete. */
function parse(record: string): RecordLine[] {
  return record.split('\n').flatMap((line) => {
    try {
      if (line === '') return [];
      const parsed: RecordLine = JSON.parse(line);
      return [parsed];
    } catch {
      return [];
    }
  });
}
