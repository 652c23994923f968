import type { RunContext } from './run-context.js';

type Action = 'read' | 'change' | 'refresh';

/** After how many milliseconds a read is reported. */
const REPORT_AFTER = 1000;

/** Emits events while providers are called. */
export class ProviderCalls {
  readonly #inFlight = new Map<number, readonly string[]>();
  #last = 0;

  constructor(private readonly context: Pick<RunContext, 'emit'>) {}

  /** References of the resources that are being read, changed or refreshed. */
  get inFlight(): string[] {
    return [...this.#inFlight.values()].flat();
  }

  /** Runs a task, with an event at its begin and one at its end. */
  async report<T>(
    action: Action,
    references: readonly string[],
    task: (progress: (text: string) => void) => Promise<T>,
  ): Promise<T> {
    const { begin, progress, end } = this.#call(action, references);
    begin();
    try {
      return await task(progress);
    } finally {
      end();
    }
  }

  /** Runs a task, with events only if it takes long. */
  async reportIfSlow<T>(
    action: Action,
    references: readonly string[],
    task: (progress: (text: string) => void) => Promise<T>,
  ): Promise<T> {
    const { begin, progress, end } = this.#call(action, references);
    const timer = setTimeout(begin, REPORT_AFTER);
    try {
      return await task(progress);
    } finally {
      clearTimeout(timer);
      end();
    }
  }

  #call(action: Action, references: readonly string[]) {
    const id = ++this.#last;
    const started = performance.now();
    let begun = false;
    return {
      begin: () => {
        begun = true;
        this.#inFlight.set(id, references);
        this.context.emit({ type: 'work-started', id, action, references });
      },
      progress: (text: string) => {
        if (begun) this.context.emit({ type: 'work-progress', id, text });
      },
      end: () => {
        if (!begun) return;
        this.#inFlight.delete(id);
        this.context.emit({ type: 'work-finished', id, duration: performance.now() - started });
      },
    };
  }
}
