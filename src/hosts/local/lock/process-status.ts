import { readFileSync } from 'node:fs';

/** The status of a process in the kernel. */
export interface ProcessStatus {
  /** The ID of the process that leads its session. */
  readonly session: number;
  /** The start time in the kernel's own units: together with the ID it identifies a process permanently. */
  readonly started: string;
}

/** Returns the status of a process on this machine; undefined if it does not exist or is a zombie. */
export function processStatus(pid: number | string): ProcessStatus | undefined {
  let line: string;
  try {
    line = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The program's name comes first, in parentheses, and may itself contain spaces and parentheses.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const [state = '', , , session = '', ...rest] = fields;
  if ('ZX'.includes(state)) return undefined;
  return { session: Number(session), started: rest[15] ?? '' };
}
