import { createHash } from 'node:crypto';
import { closeSync, ftruncateSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from '../../command.js';
import { processStatus } from './process-status.js';

/** What a lock file holds, a line each: whose it is, and what became of the commands of that run. */
export type RecordLine =
  | LockOwner
  | ({ readonly begin: number } & CommandMark)
  | { readonly process: number; readonly started: string; readonly of: number }
  | { readonly end: number };

/** Whose the lock is: the process that holds it, and when that began. */
export interface LockOwner {
  readonly owner: string;
  readonly pid: number;
  readonly started: string;
}

/** By what a command is known again. Arguments are no secret, but nobody needs to find them in a file. */
export interface CommandMark {
  readonly program: string;
  readonly arguments: number;
  readonly digest: string;
  /** Only the command itself counts, not what it has started. */
  readonly detaches?: true;
}

/** A command that is being recorded. */
export interface RecordedCommand {
  /** It runs as this process. */
  setPid(pid: number): void;
  end(): void;
}

/**
 * Writes down in the lock file which commands a run has at work, so that the next run knows them should this one be
 * killed. A command is there before it begins: no moment is left in which it runs and nobody knows of it.
 */
export class LockRecord {
  readonly #header: number;
  readonly #running = new Set<number>();
  #last = 0;
  #closed = false;

  /** @param descriptor a lock file that this process has locked, opened for appending; it is closed with the record */
  constructor(
    private readonly descriptor: number,
    owner: string,
  ) {
    ftruncateSync(descriptor, 0);
    this.#header = this.#write({ owner, pid: process.pid, started: processStatus('self')?.started ?? '' });
  }

  /** Call it before the command is started. */
  begin({ argv: [program, ...args], detaches }: Pick<Command, 'argv' | 'detaches'>): RecordedCommand {
    const id = ++this.#last;
    this.#write({ begin: id, ...commandMark(program, args), ...(detaches ? { detaches } : {}) });
    this.#running.add(id);
    return {
      setPid: (pid) => {
        const status = processStatus(pid);
        if (status !== undefined && !this.#closed)
          this.#write({ process: pid, started: status.started, of: id });
      },
      end: () => {
        this.#running.delete(id);
        // The number of the descriptor may be another file's by now.
        if (this.#closed) return;
        if (this.#running.size === 0) ftruncateSync(this.descriptor, this.#header);
        else this.#write({ end: id });
      },
    };
  }

  /** Clears the file and closes it, which frees the lock. */
  close(): void {
    if (this.#closed) return;
    this.#closed = true;
    ftruncateSync(this.descriptor, 0);
    closeSync(this.descriptor);
  }

  #write(line: RecordLine): number {
    return writeSync(this.descriptor, `${JSON.stringify(line)}\n`);
  }
}

/** The mark of a program that is called with these arguments. */
export function commandMark(program: string, args: readonly string[]): CommandMark {
  const digest = createHash('sha256').update(args.join('\0')).digest('hex');
  return { program: basename(program), arguments: args.length, digest };
}

/** Whose lock a record says that it is; undefined where it says nothing, or may not be read. */
export function parseOwner(record: string | undefined): LockOwner | undefined {
  const [line = ''] = (record ?? '').split('\n');
  try {
    const owner: LockOwner = JSON.parse(line);
    return owner;
  } catch {
    return undefined;
  }
}
