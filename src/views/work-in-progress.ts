import type { RunEventBody } from '../engine/events.js';
import { printableLine } from './escape-control-characters.js';
import { formatDuration } from './format-duration.js';
import { shorten } from './wrap.js';

type WorkStarted = Extract<RunEventBody, { type: 'work-started' }>;

interface WorkItem {
  readonly action: WorkStarted['action'];
  readonly references: readonly string[];
  readonly since: number;
  /** What it says of itself. */
  text: string;
  /** When somebody was last told that it still goes on. */
  lastReported: number;
}

const verbs = { read: 'reading', change: 'applying', refresh: 'refreshing' } as const;

/** Without a terminal, work that lasts is spoken of this often. Milliseconds. */
const REMINDER = 30_000;

/** What a run is at: told in one line on a terminal, and now and then in a log. */
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

  /** One line of at most `width` columns; undefined while nothing is worth it. */
  statusLine(width: number): string | undefined {
    const [oldest] = this.#pieces.values();
    if (oldest === undefined) return undefined;
    const others = this.#pieces.size - 1;
    const more = others === 0 ? '' : ` · ${others} other${others === 1 ? '' : 's'}`;
    const said = oldest.text === '' ? '' : ` · ${oldest.text}`;
    const left = Math.max(0, this.#total - this.#finished);
    return shorten(`  ${left} left · ${this.#describe(oldest)}${more}${said}`, width);
  }

  /** What has gone on for long and was not spoken of lately. */
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
