import { problem } from '../../errors/diagnostic.js';
import { GlanceApplyError } from '../../errors/glance-apply-error.js';

/** Limits the time that a host may be at work. The time in which it waits for other hosts does not count. */
export class Deadline {
  readonly #expired = new AbortController();
  #left: number;
  #begun = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(
    /** In seconds; undefined for no limit. */
    private readonly seconds: number | undefined,
  ) {
    this.#left = (seconds ?? 0) * 1000;
  }

  /** Aborted when the time is over; the reason is a `GlanceApplyError`. */
  get expired(): AbortSignal {
    return this.#expired.signal;
  }

  start(): void {
    if (this.seconds === undefined || this.#timer !== undefined || this.#expired.signal.aborted) return;
    this.#begun = performance.now();
    this.#timer = setTimeout(() => {
      const message = `the run on it has taken longer than the deadline of ${this.seconds} s`;
      this.#expired.abort(new GlanceApplyError(problem('fleet.deadline', message)));
    }, this.#left);
  }

  pause(): void {
    if (this.#timer === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#left = Math.max(0, this.#left - (performance.now() - this.#begun));
  }
}
