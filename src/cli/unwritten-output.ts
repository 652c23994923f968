import { codeOf } from '../hosts/system-error.js';

/** Explanations of the error codes of output streams. */
const explanations: Readonly<Record<string, string>> = {
  EPIPE: 'its reader has closed it',
  EIO: 'its terminal was closed',
  ENOSPC: 'the disk is full',
};

/** The name of the stream of results. */
export const STANDARD_OUTPUT = 'standard output';

/**
 * Records output that could not be written. It does not stop a run: a host that is left half configured because its log
 * is full would be worse off. The report of a run contains these notes.
 */
export class UnwrittenOutput {
  readonly #failures = new Map<string, Error>();

  /** Listens for the failures of a stream, whose name completes "… could not be written". */
  watch(stream: NodeJS.WritableStream, name: string): void {
    stream.on('error', (error: Error) => {
      if (!this.#failures.has(name)) this.#failures.set(name, error);
    });
  }

  /** One sentence per stream. */
  get notes(): readonly string[] {
    return [...this.#failures].map(([name, error]) => {
      const code = codeOf(error);
      const reason = explanations[code ?? ''] ?? error.message;
      return `${name} could not be written: ${reason}${code === undefined ? '' : ` (${code})`}`;
    });
  }

  /** Whether results were lost. A reader that closed its end, such as `head`, has read what it needs. */
  get missesResults(): boolean {
    const failure = this.#failures.get(STANDARD_OUTPUT);
    return failure !== undefined && codeOf(failure) !== 'EPIPE';
  }
}
