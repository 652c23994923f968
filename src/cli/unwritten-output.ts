import { codeOf } from '../hosts/refusal.js';

/** What a code means that a stream of output fails with. */
const explanations: Readonly<Record<string, string>> = {
  EPIPE: 'its reader has gone away',
  EIO: 'its terminal has gone away',
  ENOSPC: 'the disk that it is kept on is full',
};

/** How the notes name the stream of results. */
export const STANDARD_OUTPUT = 'standard output';

/**
 * Notes output that could not be written. It ends no run: a host that is left half-way because its log is full would be
 * worse off. The report of a run has these notes.
 */
export class UnwrittenOutput {
  readonly #failures = new Map<string, Error>();

  /** Listens for the failures of a stream, whose name completes "… could not be written". */
  watch(stream: NodeJS.WritableStream, name: string): void {
    stream.on('error', (error: Error) => {
      if (!this.#failures.has(name)) this.#failures.set(name, error);
    });
  }

  /** A sentence for each stream. */
  get notes(): readonly string[] {
    return [...this.#failures].map(([name, error]) => {
      const code = codeOf(error);
      const reason = explanations[code ?? ''] ?? error.message;
      return `${name} could not be written: ${reason}${code === undefined ? '' : ` (${code})`}`;
    });
  }

  /** Whether results are missing where somebody wants them. A reader that has gone away, such as `head`, has enough. */
  get missesResults(): boolean {
    const failure = this.#failures.get(STANDARD_OUTPUT);
    return failure !== undefined && codeOf(failure) !== 'EPIPE';
  }
}
