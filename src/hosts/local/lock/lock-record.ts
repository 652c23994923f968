import { createHash } from 'node:crypto';
import { closeSync, ftruncateSync, writeSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from '../../command.js';
import { processStatus } from './process-table.js';

/** A line of a lock file: the owner of the lock, or the progress of one of its commands. */
export type RecordLine =
  | LockOwner
  | ({ readonly begin: number } & CommandMark)
  | { readonly process: number; readonly started: string; readonly of: number }
  | { readonly end: number };

/** The owner of the lock: the process that holds it, and when that process started. */
export interface LockOwner {
  readonly owner: string;
  readonly pid: number;
  readonly started: string;
}

/**
 * Identifies a command. Its arguments are not secret, but a digest is sufficient, so the file does not contain them.
 */
export interface CommandMark {
  readonly program: string;
  readonly arguments: number;
  readonly digest: string;
  /** Only the command itself counts, not what it has started. */
  readonly detaches?: true;
}

/** A command that is being recorded. */
export interface RecordedCommand {
  /** Records the process of the command. */
  setPid(pid: number): void;
  end(): void;
}

/**
 * Records the running commands of a run in the lock file, so that the next run recognizes them if this one is killed. A
 * command is recorded before it begins: it never runs without being recorded.
 */
export class LockRecord {
  readonly #header: number;
  readonly #running = new Set<number>();
  #last = 0;
  #closed = false;

  /** @param descriptor A lock file that this process has locked, opened for appending; it is closed with the record. */
  constructor(
    private readonly descriptor: number,
    owner: string,
  ) {
    ftruncateSync(descriptor, 0);
    this.#header = this.#write({ owner, pid: process.pid, started: processStatus('self')?.started ?? '' });
  }

  /** Records a command; call this before the command is started. */
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
        // The descriptor may belong to another file by now.
        if (this.#closed) return;
        if (this.#running.size === 0) ftruncateSync(this.descriptor, this.#header);
        else this.#write({ end: id });
      },
    };
  }

  /** Clears the file and closes it, which releases the lock. */
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

/** Returns the mark of a program that is called with these arguments. */
export function commandMark(program: string, args: readonly string[]): CommandMark {
  const digest = createHash('sha256').update(args.join('\0')).digest('hex');
  return { program: basename(program), arguments: args.length, digest };
}

/** Returns the owner of the lock from a record; undefined if it contains none, or could not be read. */
export function parseOwner(record: string | undefined): LockOwner | undefined {
  const [line = ''] = (record ?? '').split('\n');
  try {
    const owner: LockOwner = JSON.parse(line);
    return owner;
  } catch {
    return undefined;
  }
}
