import type { FleetEvent } from '../../fleet/fleet-report.js';
import { printableLine } from '../escape-control-characters.js';
import type { Paint } from '../paint.js';
import { CLEAR_LINE, type ProgressStream, TICK } from '../progress.js';
import { WorkInProgress } from '../work-in-progress.js';
import { shorten } from '../wrap.js';

/** The maximum number of hosts that are shown at once. */
const MAX_LINES = 20;

interface HostState {
  readonly work: WorkInProgress;
  readonly since: number;
  isWaiting: boolean;
}

/**
 * Shows the progress of a fleet: on a terminal one line per host at work, which are removed when the run ends; otherwise
 * an occasional line about work that takes long.
 */
export class FleetProgress {
  readonly #hosts = new Map<string, HostState>();
  readonly #timer: NodeJS.Timeout;
  readonly #terminal: boolean;
  #shown = 0;

  constructor(
    private readonly stream: ProgressStream,
    private readonly paint: Paint,
    private readonly now: () => number = () => performance.now(),
  ) {
    this.#terminal = stream.isTTY === true;
    this.#timer = setInterval(() => this.#tick(), this.#terminal ? TICK.terminal : TICK.log);
    this.#timer.unref();
  }

  readonly handle = (event: FleetEvent): void => {
    if (event.type === 'fleet-finished') return;
    const { host } = event;
    if (event.type === 'host-finished') {
      this.#hosts.delete(host);
      return;
    }
    const state = this.#hosts.get(host) ?? {
      work: new WorkInProgress(this.now),
      since: this.now(),
      isWaiting: false,
    };
    this.#hosts.set(host, state);
    if (event.type === 'host-waiting') state.isWaiting = event.waiting;
    else if (event.type !== 'host-started') state.work.handle(event);
  };

  /** Removes the lines, so that something else can be written. */
  clear(): void {
    if (this.#shown > 0) this.stream.write(`${`${CLEAR_LINE}\x1b[1A`.repeat(this.#shown - 1)}${CLEAR_LINE}`);
    this.#shown = 0;
  }

  /** Removes the lines and stops the updates. */
  end(): void {
    clearInterval(this.#timer);
    this.clear();
  }

  #tick(): void {
    if (!this.#terminal) {
      for (const [host, { work }] of this.#hosts)
        for (const line of work.reminders()) this.stream.write(`${printableLine(host)}: ${line}\n`);
      return;
    }
    // One column stays free, because some terminals wrap when the last column is written.
    const width = (this.stream.columns ?? 80) - 1;
    const lines = [...this.#hosts].map(([host, state]) => this.#lineOf(host, state, width));
    const hidden = lines.length - MAX_LINES;
    const shown = hidden > 0 ? [...lines.slice(0, MAX_LINES - 1), `and ${hidden + 1} more hosts`] : lines;
    this.clear();
    if (shown.length === 0) return;
    this.stream.write(shown.map((line) => this.paint.faint(line)).join('\n'));
    this.#shown = shown.length;
  }

  #lineOf(host: string, { work, since, isWaiting }: HostState, width: number): string {
    const seconds = Math.floor((this.now() - since) / 1000);
    const status = isWaiting ? '  waiting for other hosts' : work.statusLine(width);
    return shorten(`${printableLine(host)}${status ?? `  connecting … ${seconds} s`}`, width);
  }
}
