import type { RunEventBody } from '../engine/events.js';
import { printableLine } from './escape-control-characters.js';
import { formatCount } from './format-count.js';
import { formatDuration } from './format-duration.js';
import { shorten } from './wrap.js';

type WorkStarted = Extract<RunEventBody, { type: 'work-started' }>;

interface WorkItem {
  readonly action: WorkStarted['action'];
  readonly references: readonly string[];
  readonly since: number;
  /** The last line of its output. */
  text: string;
  /** When its progress was last reported. */
  lastReported: number;
}

const verbs = { read: 'reading', change: 'applying', refresh: 'refreshing' } as const;

/** Milliseconds between two lines about the same work without a terminal. */
const REMINDER = 30_000;

/** The work that a run is doing: summarized in one line for a terminal, or in occasional lines for a log. */
export class WorkInProgress {
  readonly #pieces = new Map<number, WorkItem>();
  #total = 0;
  #finished = 0;

  /** @param now The time in milliseconds; only differences count. */
  constructor(private readonly now: () => number) {}

  handle(event: RunEventBody): void {
    if (event.type === 'run-started') this.#total = event.resources;
    else if (event.type === 'resource-finished') this.#finished = event.finished;
    else if (event.type === 'work-started') {
      const { id, action, references } = event;
      const since = this.now();
      this.#pieces.set(id, { action, references, since, text: '', lastReported: since });
    } else if (event.type === 'work-progress') {
      const piece = this.#pieces.get(event.id);
      if (piece !== undefined) piece.text = lastLine(event.text);
    } else if (event.type === 'work-finished') this.#pieces.delete(event.id);
    else if (event.type === 'run-finished') this.#pieces.clear();
  }

  /** Returns one line of at most `width` columns; undefined if no work is in progress. */
  statusLine(width: number): string | undefined {
    const [oldest] = this.#pieces.values();
    if (oldest === undefined) return undefined;
    const others = this.#pieces.size - 1;
    const more = others === 0 ? '' : ` · ${formatCount(others, 'other')}`;
    const detail = oldest.text === '' ? '' : ` · ${oldest.text}`;
    const left = Math.max(0, this.#total - this.#finished);
    return shorten(`  ${left} left · ${this.#describe(oldest)}${more}${detail}`, width);
  }

  /** Returns a line for each piece of work that has been running long and was not reported recently. */
  reminders(): string[] {
    const now = this.now();
    const lines: string[] = [];
    for (const piece of this.#pieces.values()) {
      if (now - piece.lastReported < REMINDER) continue;
      piece.lastReported = now;
      lines.push(`still ${this.#describe(piece)}`);
    }
    return lines;
  }

  #describe({ action, references, since }: WorkItem): string {
    const [first = 'something', ...rest] = references;
    const what = rest.length === 0 ? printableLine(first) : `${printableLine(first)} and ${rest.length} more`;
    return `${verbs[action]} ${what} … ${elapsed(this.now() - since)}`;
  }
}

function elapsed(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  return seconds < 60 ? `${seconds} s` : formatDuration(seconds * 1000);
}

function lastLine(text: string): string {
  const lines = text.split(/[\r\n]+/).filter((line) => line.trim() !== '');
  return printableLine(lines.at(-1)?.trim() ?? '');
}
