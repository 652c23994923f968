import type { RunEventBody } from '../engine/events.js';
import type { Paint } from './paint.js';
import { WorkInProgress } from './work-in-progress.js';

/** A stream that progress is shown on. */
export interface ProgressStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

/** Returns to the beginning of the line and clears it. */
export const CLEAR_LINE = '\r\x1b[2K';

/** Milliseconds between two updates of the line on a terminal, and between two checks for a line in a log. */
export const TICK = { terminal: 200, log: 1000 } as const;

/**
 * Shows the progress of a run: on a terminal one line at the bottom, which is removed when the run ends; otherwise an
 * occasional line about work that takes long.
 */
export class Progress {
  readonly #work: WorkInProgress;
  readonly #timer: NodeJS.Timeout;
  readonly #terminal: boolean;
  #shown = false;

  constructor(
    private readonly stream: ProgressStream,
    private readonly paint: Paint,
    now: () => number = () => performance.now(),
  ) {
    this.#work = new WorkInProgress(now);
    this.#terminal = stream.isTTY === true;
    this.#timer = setInterval(() => this.#tick(), this.#terminal ? TICK.terminal : TICK.log);
    this.#timer.unref();
  }

  readonly handle = (event: RunEventBody): void => this.#work.handle(event);

  /** Removes the line, so that something else can be written. */
  clear(): void {
    if (this.#shown) this.stream.write(CLEAR_LINE);
    this.#shown = false;
  }

  /** Removes the line and stops the updates. */
  end(): void {
    clearInterval(this.#timer);
    this.clear();
  }

  #tick(): void {
    if (!this.#terminal) {
      for (const line of this.#work.reminders()) this.stream.write(`${line}\n`);
      return;
    }
    // One column stays free, because some terminals wrap when the last column is written.
    const line = this.#work.statusLine((this.stream.columns ?? 80) - 1);
    if (line === undefined) {
      this.clear();
    } else {
      this.stream.write(CLEAR_LINE + this.paint.faint(line));
      this.#shown = true;
    }
  }
}
