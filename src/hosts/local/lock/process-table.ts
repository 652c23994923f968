import { readdirSync, readFileSync } from 'node:fs';

/** The status of a process in the kernel. */
export interface ProcessStatus {
  /** The ID of the process that leads its session. */
  readonly session: number;
  /** The start time in the kernel's own units: together with the ID it identifies a process permanently. */
  readonly started: string;
}

/** The processes of a host. */
export interface ProcessTable {
  readonly pids: readonly number[];
  /** Returns the status of a process; undefined if it does not exist or is a zombie. */
  status(pid: number): ProcessStatus | undefined;
  /** Returns its arguments, each with a NUL character at its end; empty if they cannot be read. */
  commandLine(pid: number): string;
  nameOf(pid: number): string;
}

/** Returns the processes of this machine, each read when it is asked for. */
export function localProcesses(): ProcessTable {
  return {
    pids: readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number),
    status: processStatus,
    commandLine: (pid) => read(`/proc/${pid}/cmdline`),
    nameOf: (pid) => read(`/proc/${pid}/comm`).trim() || 'a command',
  };
}

/** Returns the status of a process on this machine; undefined if it does not exist or is a zombie. */
export function processStatus(pid: number | 'self'): ProcessStatus | undefined {
  return parseProcessStatus(read(`/proc/${pid}/stat`));
}

/** Parses `/proc/PID/stat`; undefined for a process that has ended. */
export function parseProcessStatus(line: string): ProcessStatus | undefined {
  if (line === '') return undefined;
  // The program's name comes first, in parentheses, and may itself contain spaces and parentheses.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const [state = '', , , session = '', ...rest] = fields;
  if ('ZX'.includes(state)) return undefined;
  return { session: Number(session), started: rest[15] ?? '' };
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
