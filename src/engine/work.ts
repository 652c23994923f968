import type { RunContext } from './run-context.js';

type Action = 'read' | 'change' | 'refresh';

/** Readings shorter than this are not worth an event. Milliseconds. */
const WORTH_SAYING = 1000;

/** Tells listeners what is being worked on. */
export class Work {
  readonly #inFlight = new Map<number, readonly string[]>();
  #last = 0;

  constructor(private readonly context: Pick<RunContext, 'emit'>) {}

  /** References of all that is being worked on now. */
  get inFlight(): string[] {
    return [...this.#inFlight.values()].flat();
  }

  /** Does a piece of work, and says when it begins and ends. */
  async openly<T>(
    action: Action,
    references: readonly string[],
    task: (progress: (text: string) => void) => Promise<T>,
  ): Promise<T> {
    const { begin, progress, end } = this.#piece(action, references);
    begin();
    try {
      return await task(progress);
    } finally {
      end();
    }
  }

  /** Does a piece of work, and speaks of it only where it takes long. */
  async quietly<T>(
    action: Action,
    references: readonly string[],
    task: (progress: (text: string) => void) => Promise<T>,
  ): Promise<T> {
    const { begin, progress, end } = this.#piece(action, references);
    const timer = setTimeout(begin, WORTH_SAYING);
    try {
      return await task(progress);
    } finally {
      clearTimeout(timer);
      end();
    }
  }

  #piece(action: Action, references: readonly string[]) {
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
