import { readFileSync } from 'node:fs';

/** The status of a process in the kernel. */
export interface ProcessStatus {
  /** The process that leads its session, by number. */
  readonly session: number;
  /** When it began, in the kernel's own count: together with the number it identifies a process permanently. */
  readonly started: string;
}

/** A process of this machine; undefined where there is none, or only what is left of one that has ended. */
export function processStatus(pid: number | string): ProcessStatus | undefined {
  let line: string;
  try {
    line = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return undefined;
  }
  // The program's name comes before, in brackets, and may have blanks and brackets in it.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  const [state = '', , , session = '', ...rest] = fields;
  if ('ZX'.includes(state)) return undefined;
  return { session: Number(session), started: rest[15] ?? '' };
}
